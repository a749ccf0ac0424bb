using TeamsStandIn.Clients;
using TeamsStandIn.Tenant;

namespace TeamsStandIn.Control;

/// <summary>What people see and do.</summary>
internal static class PeopleRoutes
{
    public static void MapPeople(this IEndpointRouteBuilder control, StandIn teams)
    {
        control.MapGet("/people", () => teams.Tenant.People.Select(View));
        var person = control.MapGroup("/people/{name}");

        person.MapGet("/view", (string name, string? @as) => @as is "text"
            ? Results.Text(teams.PrintView(name))
            : Results.Ok(Screen(teams.As(name))));
        person.MapPost("/say", (string name, SayOrder order, CancellationToken ct) => order is { Channel: null, Thread: null }
            ? teams.As(name).SayAsync(order.Text, ct)
            : teams.As(name).SayInChannelAsync(order.Text, order.Mention, order.Thread, order.Channel, ct));
        person.MapPost("/press", (string name, PressOrder order, CancellationToken ct) => PressAsync(teams.As(name), order, ct));
        person.MapPost("/refresh", (string name, RefreshOrder order, CancellationToken ct) =>
            teams.As(name).RefreshAsync(teams.As(name).Now(order.Message), order.ByHand, ct));
        person.MapPost("/open", (string name, CancellationToken ct) => teams.As(name).OpenAsync(ct));
        person.MapPost("/extension", (string name, ExtensionOrder order, CancellationToken ct) =>
            teams.As(name).OpenExtensionAsync(order.Command, order.Conversation, ct: ct));
        person.MapPost("/dialog", (string name, DialogOrder order, CancellationToken ct) =>
            teams.As(name).SubmitDialogAsync(order.Dialog, order.Inputs, order.Button, ct));
        person.MapPost("/change", (string name, ChangeOrder order, CancellationToken ct) => ChangeAsync(teams, teams.As(name), order.Change, ct));
    }

    private static Task<BotAnswer> PressAsync(PersonClient client, PressOrder order, CancellationToken ct)
    {
        var message = order.Message is { } id ? client.Now(id) : Newest(client, order.Button);
        if (order.Card is not null) message = message with { Card = order.Card };
        return order.AsSubmit
            ? client.PressAsSubmitAsync(message, order.Button, order.Inputs, ct)
            : client.PressAsync(message, order.Button, order.Inputs, ct);
    }

    private static SeenMessage Newest(PersonClient client, string button) =>
        client.Chat.LastOrDefault(m => m.Buttons.Contains(button)) ?? client.Channel.LastOrDefault(m => m.Buttons.Contains(button))
        ?? throw new ArgumentException($"{client.Person.Name} sees no button \"{button}\".", nameof(button));

    private static Task ChangeAsync(StandIn teams, PersonClient client, Change change, CancellationToken ct)
    {
        switch (change)
        {
            case Change.InstallForPerson: return client.InstallForPersonAsync(ct);
            case Change.UninstallForPerson: return client.UninstallForPersonAsync(ct);
            case Change.InstallInTeam: return client.InstallInTeamAsync(ct);
            case Change.RemoveFromTeam: return client.RemoveFromTeamAsync(ct);
            case Change.JoinTeam: return client.JoinTeamAsync(ct);
            case Change.LeaveTeam: return client.LeaveTeamAsync(ct);
            case Change.RemoveChatHistory:
                teams.Tenant.RemoveChatHistory(client.Person.Name);
                return Task.CompletedTask;
            default: throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    private static ScreenView Screen(PersonClient client) => new(client.Person.Name, client.Alerts, client.Chat, client.Channel);

    private static PersonView View(TeamsPerson p) => new(p.Name, p.ObjectId, p.Mri, p.TenantId, p.Role, p.InTeam, p.AppInstalled);
}
