using TeamsStandIn.Connector;
using TeamsStandIn.Faults;

namespace TeamsStandIn.Identity;

/// <summary>The documents and the endpoint a bot needs to trust, and to be trusted.</summary>
internal static class IdentityRoutes
{
    public const string MetadataPath = "/v1/.well-known/openidconfiguration";

    public static void MapIdentity(this IEndpointRouteBuilder routes, StandIn teams)
    {
        routes.MapGet(MetadataPath, context => teams.Pipe.AnswerOpenlyAsync(context, Op.Metadata, () => Answer.Ok(teams.Issuer.Metadata(teams.BaseUrl))));
        routes.MapGet("/v1/.well-known/keys", context => teams.Pipe.AnswerOpenlyAsync(context, Op.Keys, () => Answer.Ok(teams.Issuer.KeySet())));
        routes.MapPost("/{tenant}/oauth2/v2.0/token", async context =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var tenant = (string)context.Request.RouteValues["tenant"]!;
            await teams.Pipe.AnswerOpenlyAsync(context, Op.Token, () =>
            {
                var (status, body) = teams.Entra.Answer(tenant, form);
                return new(status, body);
            });
        });
    }
}
