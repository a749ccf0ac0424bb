using TeamsStandIn.Faults;

namespace TeamsStandIn.Connector;

/// <summary>The connector REST API, under any regional path: the service address is <c>{base}/{region}/</c>.</summary>
internal static class ConnectorRoutes
{
    public static void MapConnector(this IEndpointRouteBuilder routes, StandIn teams)
    {
        var v3 = routes.MapGroup("/{region:regex(^(teams|emea|amer|uk)$)}/v3");
        var tenant = teams.Tenant;

        v3.MapPost("/conversations", http => teams.Pipe.AnswerAsync(http, Op.CreateConversation,
            call => CreateConversation.Aim(tenant, call), call => CreateConversation.Do(tenant, call)));

        Map("POST", "/activities", Op.Send, call => Activities.Send(tenant, call));
        Map("POST", "/activities/{activity}", Op.Send, call => Activities.Send(tenant, call));
        Map("DELETE", "/activities/{activity}", Op.Delete, call => Activities.Delete(tenant, call));
        Map("PUT", "/activities/{activity}", Op.Update, call => teams.AfterUpdate(call, Activities.Update(tenant, call)));

        v3.MapGet("/conversations/{conversation}/members/{member}", http => teams.Pipe.AnswerAsync(http, Op.Members,
            call => Rosters.Aim(tenant, call, Member(http)), call => Rosters.One(tenant, call, Member(http))));
        v3.MapGet("/conversations/{conversation}/pagedmembers", http => teams.Pipe.AnswerAsync(http, Op.Members,
            call => Rosters.Aim(tenant, call, null), call => Rosters.Paged(tenant, call, http.Request.Query["pageSize"], http.Request.Query["continuationToken"])));
        v3.MapGet("/conversations/{conversation}/members", http => teams.Pipe.AnswerAsync(http, Op.Members,
            call => Rosters.Aim(tenant, call, null), call => Rosters.Unpaged(tenant, call)));
        v3.MapGet("/teams/{conversation}", http => teams.Pipe.AnswerAsync(http, Op.Members, call => call, call => Rosters.Team(tenant, call)));
        v3.MapGet("/teams/{conversation}/conversations", http => teams.Pipe.AnswerAsync(http, Op.Members, call => call, call => Rosters.Channels(tenant, call)));

        v3.Map("/{**elsewhere}", http => teams.Pipe.AnswerAsync(http, Op.None, call => call, _ => Answer.Error(404, "NotFound", "No such call.")));

        void Map(string method, string path, Op op, Func<ConnectorCall, Answer> work) =>
            v3.MapMethods("/conversations/{conversation}" + path, [method], http => teams.Pipe.AnswerAsync(http, op, call => Activities.Aim(tenant, call), work));
    }

    private static string Member(HttpContext http) => (string)http.Request.RouteValues["member"]!;
}
