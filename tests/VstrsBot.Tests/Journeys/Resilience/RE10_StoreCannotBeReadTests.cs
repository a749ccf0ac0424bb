using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE10: with the store down altogether an end is shown at once all the same, where the bot last saw the cards, and recorded late and once.</summary>
public sealed class RE10_StoreCannotBeReadTests
{
    private const string Heard = "Treat the authority as ended. It is not recorded yet.";
    private const string NotWorking = "Authority not confirmed. Do not disclose. This service is not working.";

    [Theory]
    [InlineData(nameof(StoreKind.Embedded), "Tom Reed", "The whole call has ended", nameof(EndReason.EndedByAdviser))]
    [InlineData(nameof(StoreKind.Embedded), "Priya Shah", "Call ended", nameof(EndReason.EndedBySpecialist))]
    [InlineData(nameof(StoreKind.Tables), "Tom Reed", "The whole call has ended", nameof(EndReason.EndedByAdviser))]
    [InlineData(nameof(StoreKind.Tables), "Priya Shah", "Call ended", nameof(EndReason.EndedBySpecialist))]
    public Task An_end_is_shown_at_once_and_recorded_late_and_once(string store, string by, string button, string reason) => Desk.PlayAsync(store: Enum.Parse<StoreKind>(store), journey: async desk =>
    {
        var number = await desk.LiveAsync();
        TakeAway(desk, down: true);
        var answer = await desk.Teams.As(by).PressNewestAsync(button);
        Assert.StartsWith(Heard, answer.Text, StringComparison.Ordinal);
        await TryPassAsync(desk);
        Assert.Empty(desk.Banners);
        Assert.Contains(Heard, desk.Tom.PrintView(), StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromSeconds(20));
        TakeAway(desk, down: false);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.Single(await desk.RecordedAsync(number), "HandoffEnded");
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal((Enum.Parse<EndReason>(reason), desk.Teams.As(by).Person.Name), (ended.Reason, ended.By!.Name));
        Assert.DoesNotContain("not recorded yet", desk.Tom.PrintView() + desk.Priya.PrintView(), StringComparison.Ordinal);
    });

    [Fact]
    public Task It_may_be_typed_and_the_store_may_have_been_down_for_longer_than_the_register_is_believed() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.Down = true;
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        await desk.Priya.SayAsync($"end {number}");
        Assert.Equal(Heard, desk.Priya.Chat[^1].Text);
        await TryPassAsync(desk, TimeSpan.FromSeconds(2)); // the answer took the place in her chat
        Assert.Empty(desk.Banners);

        desk.Store.Down = false;
        await desk.SettleAsync();
        Assert.Equal(EndReason.EndedBySpecialist, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });

    [Fact]
    public Task Who_is_not_on_the_call_ends_nothing_and_is_not_in_the_way_of_who_is() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.Down = true;
        await desk.Amir.SayAsync($"end {number}");
        Assert.StartsWith(NotWorking, desk.Amir.Chat[^1].Text, StringComparison.Ordinal);
        await desk.Leah.SayAsync($"end {number}"); // a lead gives a reason
        Assert.StartsWith(NotWorking, desk.Leah.Chat[^1].Text, StringComparison.Ordinal);
        await TryPassAsync(desk);
        Assert.Equal(3, desk.Banners.Count);

        Assert.StartsWith(Heard, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        await TryPassAsync(desk);
        Assert.Empty(desk.Banners);
        desk.Store.Down = false;
        await desk.SettleAsync();
        Assert.Equal(EndReason.EndedByAdviser, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });

    [Fact]
    public Task A_lead_ends_it_with_a_reason() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.Down = true;
        var answer = await desk.Leah.RawPressAsync("leadEnd", Steps.Press(number, "lead", ("reason", "Training")));
        Assert.Equal(Heard, answer.Text);
        await TryPassAsync(desk);
        Assert.Empty(desk.Banners);
        desk.Store.Down = false;
        await desk.SettleAsync();
        Assert.Equal(EndReason.EndedByLead, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });

    [Fact]
    public Task What_is_remembered_confirms_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.Down = true;
        Assert.StartsWith(NotWorking, (await desk.Priya.PressNewestAsync("Check now")).Text, StringComparison.Ordinal);
        Assert.StartsWith(NotWorking, (await desk.Priya.PressNewestAsync("Show details")).Text, StringComparison.Ordinal);
        Assert.StartsWith(NotWorking, (await desk.Tom.PressNewestAsync("Still on the call")).Text, StringComparison.Ordinal);
        desk.Store.Down = false;
        Assert.IsType<Live>(await desk.StateAsync(number));
    });

    [Fact]
    public Task Cards_that_were_brought_once_more_go_as_well_and_one_that_is_gone_keeps_none_standing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Tom.SayAsync($"check {number}");
        await desk.Priya.SayAsync($"check {number}");
        await desk.SettleAsync();
        Assert.Contains(desk.Banners, banner => banner.Id == desk.Priya.Chat[^1].Id);

        var gone = desk.Banners[0];
        desk.Teams.Faults.Next(Op.Update, Fault.Status(404)).OnMessage(gone.Id).UntilCleared();
        desk.Store.Down = true;
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await TryPassAsync(desk, TimeSpan.FromSeconds(4)); // two cards in one chat
        Assert.Equal([gone.Id], desk.Banners.Select(banner => banner.Id));
        desk.Teams.Faults.Clear();
        desk.Store.Down = false;
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task A_renewal_that_was_under_way_does_not_have_the_last_word() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var gate = new Gate();
        desk.Teams.Faults.Next(Op.Update, Fault.Hold(gate)).OnMessage(desk.CardOf(number, "authority").Id);
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        var renewing = desk.TrySendAsync();
        await gate.ReachedAsync(TestContext.Current.CancellationToken);
        desk.Store.Down = true;
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await TryPassAsync(desk);
        Assert.Empty(desk.Banners);
        gate.Release();
        await renewing;
        Assert.Single(desk.Banners);

        desk.Time.Advance(EffectSender.LongestFlight);
        await TryPassAsync(desk);
        Assert.Empty(desk.Banners);
        desk.Store.Down = false;
        await desk.SettleAsync();
    });

    [Fact]
    public Task A_bot_that_started_since_and_knows_neither_the_people_nor_the_cards_says_so_and_ends_nothing() => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        var fresh = await desk.JoinAsync();
        TakeAway(desk, down: true);
        desk.ListenTo(fresh);
        Assert.StartsWith(NotWorking, (await desk.Tom.PressNewestAsync("The whole call has ended")).Text, StringComparison.Ordinal);
        await TryPassAsync(desk);
        Assert.Equal(3, desk.Banners.Count);

        TakeAway(desk, down: false);
        await desk.SettleAsync();
        Assert.IsType<Live>(await desk.StateAsync(number));
        await desk.EndAsync();
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task Where_another_bot_had_ended_it_meanwhile_that_end_stands_and_is_what_is_shown() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.LiveAsync();
        var (cut, other) = (desk.Replicas[0], desk.Replicas[1]);
        await cut.SeeAsync(HandoffId.Parse(number));
        var old = desk.Priya.Newest("Call ended");
        cut.Store.Down = true;
        desk.ListenTo(other);
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await other.PassAllAsync();
        Assert.Empty(desk.Banners);

        desk.Time.Advance(TimeSpan.FromSeconds(5));
        desk.ListenTo(cut);
        Assert.StartsWith(Heard, (await desk.Priya.PressAsync(old, "Call ended")).Text, StringComparison.Ordinal);
        await TryPassAsync(desk);
        Assert.Contains(Heard, desk.Tom.PrintView(), StringComparison.Ordinal);

        cut.Store.Down = false;
        desk.ListenTo(cut, other);
        await desk.SettleAsync();
        Assert.Single(await desk.RecordedAsync(number), "HandoffEnded");
        Assert.Equal(EndReason.EndedByAdviser, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.DoesNotContain("not recorded yet", desk.Tom.PrintView() + desk.Priya.PrintView(), StringComparison.Ordinal);
    });

    /// <summary>The embedded store fails at its port, Azure Tables on the way to it.</summary>
    private static void TakeAway(Desk desk, bool down)
    {
        foreach (var replica in desk.Replicas)
        {
            if (desk.Settings.Store.Kind == StoreKind.Embedded)
                replica.Store.Down = down;
            else
                replica.Table.Before = _ => down ? throw new HttpRequestException("Nobody answers.") : Task.CompletedTask;
        }
    }

    /// <summary>Rounds of what shows ends, as the loop runs them each second: the store is away.</summary>
    private static async Task TryPassAsync(Desk desk, TimeSpan span = default)
    {
        for (var end = desk.Time.GetUtcNow() + span; ; desk.Time.Advance(TimeSpan.FromSeconds(1)))
        {
            foreach (var replica in desk.Replicas.Where(replica => replica.Parts.GetRequiredService<UnrecordedEnds>().All.Count > 0))
                await Assert.ThrowsAsync<StoreUnavailableException>(() => replica.Parts.GetRequiredService<LateEndCards>().RunAsync(TestContext.Current.CancellationToken));
            if (desk.Time.GetUtcNow() >= end)
                return;
        }
    }
}
