using TeamsStandIn.Faults;

namespace TeamsStandIn.Control;

/// <summary>Faults on command.</summary>
internal static class FaultRoutes
{
    public static void MapFaults(this IEndpointRouteBuilder control, StandIn teams)
    {
        control.MapGet("/faults", () => teams.Faults.Standing.Select(FaultView.Of));
        control.MapPost("/faults", (FaultRequest wanted) => FaultView.Of(Order(teams.Faults, wanted)));
        control.MapDelete("/faults", () => teams.Faults.Clear());
        control.MapDelete("/faults/{id:int}", (int id) =>
        {
            if (teams.Faults.Standing.FirstOrDefault(o => o.Id == id) is not { } order) return Results.NotFound();
            order.Clear(); // what waits at its gate goes on
            return Results.NoContent();
        });
    }

    private static FaultOrder Order(FaultBoard board, FaultRequest wanted)
    {
        var order = board.Next(wanted.Op, Wanted(wanted));
        if (wanted.Conversation is { } conversation) order.On(conversation);
        if (wanted.Person is { } person) order.For(person);
        if (wanted.Message is { } message) order.OnMessage(message);
        return wanted.Times is 0 ? order.UntilCleared() : order.Times(wanted.Times);
    }

    private static Fault Wanted(FaultRequest wanted)
    {
        var time = wanted.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return wanted.Kind switch
        {
            FaultKind.Status => Fault.Status(wanted.Status, time),
            FaultKind.Lose => Fault.Lose(),
            FaultKind.Cut => Fault.Cut(),
            FaultKind.Silence => Fault.Silence(),
            FaultKind.ApplyThenStatus => Fault.ApplyThenStatus(wanted.Status),
            FaultKind.ApplyThenCut => Fault.ApplyThenCut(),
            FaultKind.ApplyThenSilence => Fault.ApplyThenSilence(),
            FaultKind.Hold => Fault.Hold(new Gate()),
            FaultKind.HoldAnswer => Fault.HoldAnswer(new Gate()),
            FaultKind.Slow => Fault.Slow(time ?? TimeSpan.FromSeconds(5)),
            FaultKind.Duplicate => Fault.Duplicate(wanted.Copies, wanted.NewIds, wanted.Together),
            FaultKind.Reorder => Fault.Reorder(),
            _ => throw new ArgumentOutOfRangeException(nameof(wanted)),
        };
    }
}
