using System.Text;
using System.Text.Json.Nodes;
using VstrsBot.Cards;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE12: rows and cards of another release: what is not known is not confirmed and never rewritten, and an old card still answers safely.</summary>
public sealed class RE12_OtherReleasesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"Live\"", "\"Paused\"")]
    public Task A_handoff_of_a_later_release_is_not_confirmed_whatever_is_pressed_and_its_row_stays(string known, string later) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var row = (await desk.Store.FindAsync($"h|{number}", Ct))!;
        var foreign = Encoding.UTF8.GetString(row.Value).Replace(known, later, StringComparison.Ordinal);
        Assert.NotEqual(Encoding.UTF8.GetString(row.Value), foreign);
        await desk.Store.TryCommitAsync([new RowChange.Put(row.Key, Encoding.UTF8.GetBytes(foreign))], Ct);

        foreach (var verb in new[] { Verbs.CheckNow, Verbs.StillOn, Verbs.View })
            Assert.Equal(Wording.NotWorking, (await desk.Priya.RawPressAsync(verb, Steps.Press(number, Surfaces.Authority))).Message);
        await desk.StepAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(10));
        Assert.Equal(foreign, Encoding.UTF8.GetString((await desk.Store.FindAsync(row.Key, Ct))!.Value));
        Assert.All(LiveRendering.In(desk.Teams.Transcript), live => Assert.True(live.Until < desk.Time.GetUtcNow(), "A banner outlives its lease."));

        await desk.Store.TryCommitAsync([new RowChange.Put(row.Key, row.Value)], Ct); // the other release's bot is back
        await desk.StepAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task A_card_of_another_release_ends_a_call_and_does_nothing_it_does_not_know() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var verb in new[] { "finishCall", "renew", "", "END" })
            Assert.Equal(200, (await desk.Tom.RawPressAsync(verb, Old(number))).Status);
        Assert.Equal(200, (await desk.Priya.RawPressAsync(Verbs.TakeCall, Old(number))).Status); // already so
        Assert.IsType<Live>(await desk.StateAsync(number));

        Assert.Equal(200, (await desk.Tom.RawPressAsync(Verbs.EndCall, Old(number))).Status);
        Assert.IsType<Ended>(await desk.StateAsync(number));
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        foreach (var verb in new[] { Verbs.TakeCall, Verbs.StillOn, Verbs.Accept })
            await desk.Priya.RawPressAsync(verb, Old(number));
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    /// <summary>A pointer as another release may have drawn it: a surface nobody knows, and more beside it.</summary>
    private static JsonObject Old(string number) => new() { ["handoff"] = number, ["surface"] = "board", ["release"] = 0, ["state"] = new JsonObject { ["live"] = true } };
}
