using TeamsStandIn.Sandbox;

namespace TeamsStandIn.Demo;

/// <summary>One whole handoff, step by step: the banner must come on three cards, be renewed, and go from all of them.</summary>
internal sealed class DemoScript(DemoDesk at, DemoScreen screen)
{
    private const string WrongCode = "QX-42 7718";
    private const int Surfaces = 3;
    private int step;

    /// <exception cref="DemoFailedException">A step did not come out as it must.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        await StepAsync("Priya Shah goes on duty", "on duty", () => DemoDesk.SayAsync(at.Priya, "on duty", ct), () => DemoDesk.Sees(at.Priya, "on duty"), ct);
        await StepAsync("Tom Reed asks for the form", "the form", () => DemoDesk.SayAsync(at.Tom, "handoff", ct), () => DemoDesk.Sees(at.Tom, "Find someone"), ct);
        await PressStepAsync("Tom Reed sends part 1: the handoff is posted and Priya Shah is asked", Tom("Find someone", DemoForms.FindSomeone), "the ping", () => DemoDesk.Sees(at.Priya, "Waiting for a specialist"), ct);
        await PressStepAsync("Tom Reed sends part 2: the details", Tom("Send details", DemoForms.Details), "details sent", () => DemoDesk.Sees(at.Tom, "Details sent"), ct);
        await PressStepAsync("Priya Shah accepts; Tom Reed rings her", Priya("Accept"), "the number to ring", () => DemoDesk.Sees(at.Tom, "07700 900461"), ct);
        await PressStepAsync("Priya Shah types a wrong SEES ID", Priya("Check SEES ID", DemoForms.Code(WrongCode)), "two tries left", () => DemoDesk.Sees(at.Priya, "2 tries left"), ct);
        await PressStepAsync("Priya Shah types the right SEES ID", Priya("Check SEES ID", DemoForms.Code(SandboxFolder.AdvisersCode.ToLowerInvariant())), "confirmed", () => DemoDesk.Sees(at.Tom, "SEES ID confirmed"), ct);
        NoBanner("before the call is taken");
        await PressStepAsync("Priya Shah opens the details", Priya("Show details"), "the details", () => DemoDesk.Sees(at.Priya, "Hold the summons"), ct);
        await PressStepAsync("Priya Shah takes the call: authority is live", Priya("I have taken the call"), "a banner on three cards", () => Banners.Leases(at.Teams).Count == Surfaces, ct);
        await RenewAsync(ct);
        await PressStepAsync("Tom Reed leaves the call: nothing ends", Tom("I have left the call"), "left", () => DemoDesk.Sees(at.Tom, "You left the call"), ct);
        if (Banners.Leases(at.Teams).Count != Surfaces)
            throw new DemoFailedException("A banner went when the adviser left. It must stay until the call ends.");
        await PressStepAsync("Tom Reed ends the whole call", Tom("The whole call has ended"), "no banner anywhere, and the end told", () => Banners.Of(at.Teams).Count == 0 && EndIsTold(), ct);
        await PressStepAsync("Priya Shah wraps up", Priya("Save", DemoForms.WrapUp), "saved", () => !DemoDesk.Sees(at.Priya, "[Save]"), ct);
        await FinishAsync(ct);
    }

    private Func<CancellationToken, Task> Tom(string button, IReadOnlyDictionary<string, string>? typed = null) => ct => at.PressAsync(at.Tom, button, typed, ct);

    private Func<CancellationToken, Task> Priya(string button, IReadOnlyDictionary<string, string>? typed = null) => ct => at.PressAsync(at.Priya, button, typed, ct);

    private Task PressStepAsync(string title, Func<CancellationToken, Task> act, string until, Func<bool> holds, CancellationToken ct) =>
        StepAsync(title, until, () => act(ct), holds, ct);

    private async Task StepAsync(string title, string until, Func<Task> act, Func<bool> holds, CancellationToken ct)
    {
        await screen.TitleAsync(++step, title);
        await at.RestartAsync(ct);
        await act();
        await at.UntilAsync(until, holds, ct);
        await screen.ShowAsync();
    }

    private async Task RenewAsync(CancellationToken ct)
    {
        var before = Banners.Leases(at.Teams);
        await StepAsync(
            "Every banner is renewed before its time is over", "every banner says a later time", () => Task.CompletedTask,
            () => Banners.Leases(at.Teams) is var now && now.Count == Surfaces && now.All(card => string.CompareOrdinal(card.Value, before.GetValueOrDefault(card.Key)) > 0), ct);
    }

    private void NoBanner(string when)
    {
        if (Banners.Of(at.Teams) is [var shown, ..])
            throw new DemoFailedException($"A banner {when}: {shown}.");
    }

    private bool EndIsTold() => new[] { at.Tom.Chat, at.Priya.Chat, at.Priya.Channel }.All(place =>
        place.Any(m => m.Card is null && m.Text.Contains("authority ended at", StringComparison.Ordinal)));

    /// <summary>The record is good, and still there is no banner.</summary>
    private async Task FinishAsync(CancellationToken ct)
    {
        var (exit, said) = await at.Desk.Bot.RunAsync(["audit", "verify"], ct);
        await screen.SayAsync($"\n===== {said.Trim()}");
        if (exit != 0)
            throw new DemoFailedException("The record does not verify.");
        NoBanner("after the end");
    }
}
