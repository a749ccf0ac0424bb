using TeamsStandIn.Sandbox;

namespace TeamsStandIn.Control;

/// <summary>The bot's power switch, where this program started it.</summary>
internal static class BotRoutes
{
    public static void MapBot(this IEndpointRouteBuilder control, StandIn teams)
    {
        control.MapGet("/bot", () => new BotView(teams.Bot?.State));
        control.MapPost("/bot/kill", async () =>
        {
            await Of(teams).KillAsync();
            return new BotView(Of(teams).State);
        });
        control.MapPost("/bot/start", async () =>
        {
            await Of(teams).StartAsync(teams.Stopping); // goes on when the page that asked is closed
            return new BotView(Of(teams).State);
        });
    }

    private static BotProgram Of(StandIn teams) => teams.Bot ?? throw new InvalidOperationException("The bot was not started by this program.");

    private sealed record BotView(BotState? State);
}
