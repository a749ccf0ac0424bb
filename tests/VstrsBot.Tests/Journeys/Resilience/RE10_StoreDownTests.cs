using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE10: with the store down nothing is posted, accepted, checked or made live; whoever presses is told.</summary>
public sealed class RE10_StoreDownTests
{
    private const string NotWorking = "Authority not confirmed. Do not disclose. This service is not working.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Whoever_presses_anything_is_told_and_nothing_changes(bool down) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        await desk.Tom.SayAsync("handoff");
        (desk.Store.Down, desk.Store.ReadOnly) = (down, !down);

        Assert.StartsWith(NotWorking, (await desk.Tom.PressNewestAsync("Find someone", Typed.Part1())).Text, StringComparison.Ordinal);
        Assert.StartsWith(NotWorking, (await desk.Priya.PressNewestAsync("Accept")).Text, StringComparison.Ordinal);
        Assert.StartsWith(NotWorking, (await desk.Tom.PressNewestAsync("Withdraw")).Text, StringComparison.Ordinal);
        await desk.Priya.SayAsync($"accept {number}");
        Assert.StartsWith(NotWorking, desk.Priya.Chat[^1].Text, StringComparison.Ordinal);
        await desk.TrySendAsync();

        (desk.Store.Down, desk.Store.ReadOnly) = (false, false);
        Assert.IsType<Waiting>(await desk.StateAsync(number));
        Assert.Single(await desk.NumbersAsync());
        await desk.AcceptAsync();
        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });
}
