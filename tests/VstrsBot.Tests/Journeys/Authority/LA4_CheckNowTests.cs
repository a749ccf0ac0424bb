using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA4: Check now answers privately from the store, to the second, and is recorded.</summary>
public sealed class LA4_CheckNowTests
{
    [Fact]
    public Task It_answers_the_specialist_alone_with_the_state_and_the_second() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(7));
        var before = desk.Teams.Transcript.Requests.Count;
        var answer = await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Check now");

        Assert.StartsWith("AUTHORITY LIVE until 10:44am. Checked at 10:41:32am.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, desk.Teams.Transcript.Requests.Count);
        var read = (await Aftermath.RecordOfAsync(desk, number))[^1];
        Assert.Equal(("WasRead", "Priya Shah", "Authority"), (read.Kind, read.Name, read.Facts["what"]));
    });

    [Fact]
    public Task It_is_recorded_each_time() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        for (var n = 0; n < 3; n++)
            await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Check now");
        Assert.Equal(3, (await desk.RecordedAsync(number)).Count(kind => kind == "WasRead"));
    });

    [Fact]
    public Task It_answers_nobody_else() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var other in (TeamsStandIn.Clients.PersonClient[])[desk.Tom, desk.Amir, desk.Leah])
        {
            var answer = await other.RawPressAsync("checkNow", Steps.Press(number, "authority"));
            Assert.Null(answer.Card);
            Assert.DoesNotContain(Typed.Representative, answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("WasRead", await desk.RecordedAsync(number));
    });

    [Fact]
    public Task After_the_end_it_says_that_it_ended() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var old = desk.Priya.Sees(desk.CardOf(number, "authority"));
        await desk.EndAsync();
        Assert.StartsWith("Authority ended at 10:41am. Do not disclose.", (await desk.Priya.PressAsync(old, "Check now")).Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Once_the_lease_ran_out_it_says_so_though_nothing_was_committed() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var old = desk.Priya.Sees(desk.CardOf(number, "authority"));
        desk.Time.Advance(TimeSpan.FromMinutes(3)); // the pump stands still
        var answer = await desk.Priya.PressAsync(old, "Check now");
        Assert.StartsWith($"This service can no longer confirm authority for {number}, since 10:44am.", answer.Text, StringComparison.Ordinal);
        Assert.IsType<Ended>(await desk.StateAsync(number));
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
    });
}
