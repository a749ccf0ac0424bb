using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Retention;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE12: rows and cards of another release: what is not known is not confirmed and never rewritten, and an old card still answers safely.</summary>
public sealed class RE12_OtherReleasesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Its end is owed when the row becomes one that this release does not know: nothing of it is sent, put off, recorded or ended here.</summary>
    [Theory]
    [InlineData("state", "Embedded")]
    [InlineData("version", "Tables")]
    public Task A_handoff_of_a_later_release_is_not_confirmed_and_none_of_its_rows_changes(string what, string store) => Desk.PlayAsync(store: Enum.Parse<StoreKind>(store), journey: async desk =>
    {
        var (_, known, later) = LaterRelease.Rows.Single(one => one.What == what);
        var number = await desk.LiveAsync();
        await desk.RecordWhatWaitsAsync();
        desk.Time.Advance(desk.Rules.RenewEvery);
        await desk.Parts.GetRequiredService<DueTimers>().WakeAsync(Ct);
        var row = await LaterRelease.WriteAsync(desk.Store, $"h|{number}", known, later, Ct);
        await LaterRelease.WriteAsync(desk.Store, $"o|{number}|Adviser", "\"Renewal\"", "\"End\"", Ct); // pings wait for ends at a start
        var before = await LaterRelease.RowsOfAsync(desk.Store, number, Ct);
        Assert.Contains(before, line => line.StartsWith($"o|{number}|", StringComparison.Ordinal));
        var sent = desk.Written();

        await desk.SendAsync();
        await AssertNotConfirmedAsync(desk, number);
        Assert.Equal(before, await LaterRelease.RowsOfAsync(desk.Store, number, Ct));

        await desk.RestartAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(30));
        Assert.Equal(sent + Typed(desk, number), desk.Written());
        await AssertOthersAreServedAsync(desk);
        await desk.Parts.GetRequiredService<RetentionSweep>().RunAsync(Ct);
        await AssertNotConfirmedAsync(desk, number);
        Assert.Equal(before, await LaterRelease.RowsOfAsync(desk.Store, number, Ct));
        Assert.All(LiveRendering.In(desk.Teams.Transcript), live => Assert.True(live.Number != number || live.Until < desk.Time.GetUtcNow(), "A banner outlives its lease."));

        await desk.Store.TryCommitAsync([new RowChange.Put(row.Key, row.Value)], Ct); // the other release's bot is back
        await desk.StepAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Empty(desk.Banners);
    });

    /// <summary>Whatever button is pressed, and whatever is typed for one.</summary>
    private static async Task AssertNotConfirmedAsync(Desk desk, string number)
    {
        foreach (var (who, verb, surface) in new[]
        {
            (desk.Priya, Verbs.CheckNow, Surfaces.Authority), (desk.Priya, Verbs.StillOn, Surfaces.Authority), (desk.Priya, Verbs.ShowDetails, Surfaces.Details),
            (desk.Priya, Verbs.TakeCall, Surfaces.Authority), (desk.Priya, Verbs.EndCall, Surfaces.Authority), (desk.Tom, Verbs.View, Surfaces.Adviser),
            (desk.Tom, Verbs.Left, Surfaces.Adviser), (desk.Tom, Verbs.EndCall, Surfaces.Adviser), (desk.Amir, Verbs.Accept, Surfaces.Channel), (desk.Leah, Verbs.EndCall, Surfaces.Lead),
        })
        {
            Assert.Equal(Wording.NotWorking, (await who.RawPressAsync(verb, Steps.Press(number, surface))).Message);
        }

        foreach (var (who, typed) in Commands(desk))
        {
            var said = who.Chat.Count;
            await who.SayAsync($"{typed} {number}");
            await desk.SendAsync();
            Assert.Equal(Wording.NotWorking, Assert.Single(who.Chat.Skip(said), message => message.IsFromBot).Text);
        }
    }

    private static (PersonClient Who, string Command)[] Commands(Desk desk) => [(desk.Priya, "check"), (desk.Priya, "still"), (desk.Tom, "end")];

    /// <summary>Answers to what was typed about it so far.</summary>
    private static int Typed(Desk desk, string number) => Commands(desk).Length * desk.Teams.Transcript.Deliveries.Count(d => (string?)d.Activity["text"] == $"check {number}");

    private static async Task AssertOthersAreServedAsync(Desk desk)
    {
        var other = await desk.LiveWithAsync(desk.Amir);
        await desk.StepAsync(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(10));
        Assert.Equal(3, desk.Banners.Count(banner => StoredCards.PointerOf(banner.BaseCard).Number == other));
        await desk.Tom.RawPressAsync(Verbs.EndCall, Steps.Press(other, Surfaces.Adviser));
        await desk.SettleAsync();
        Assert.Contains("Authority ended", desk.CardOf(other, Surfaces.Authority).Says(), StringComparison.Ordinal);
    }

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
