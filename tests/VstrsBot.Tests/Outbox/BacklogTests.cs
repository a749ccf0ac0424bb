using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Outbox;

public sealed class BacklogTests
{
    private static readonly HandoffId[] Many = [.. Enumerable.Range(0, 100).Select(n => HandoffId.Parse($"{"CDFGHJKMNP"[n / 10]}{"CDFGHJKMNP"[n % 10]}23"))];

    private readonly FakeTimeProvider time = new(Ten);
    private readonly Backlog backlog;

    public BacklogTests() => backlog = new Backlog(time);

    [Fact]
    public void The_most_urgent_of_all_is_next_and_of_those_the_one_that_is_owed_longest()
    {
        Put(Many[0], Card(SurfaceKind.Channel, Urgency.Renewal), Card(SurfaceKind.Adviser, Urgency.Renewal));
        Put(Many[1], Card(SurfaceKind.Channel, Urgency.Card, since: 9));
        Put(Many[2], Card(SurfaceKind.Channel, Urgency.Card, since: 3));
        Put(Many[3], Card(SurfaceKind.Ping, Urgency.Ping, no: 1, since: 20));
        Put(Many[4], Card(SurfaceKind.Channel, Urgency.End, since: 30));
        Assert.Equal([Many[4], Many[3], Many[2], Many[1], Many[0], Many[0]], TakeAll().Select(row => row.Handoff));
    }

    [Fact]
    public void What_turns_up_while_others_wait_overtakes_them()
    {
        Put(Many[0], Card(SurfaceKind.Channel, Urgency.Renewal));
        Put(Many[1], Card(SurfaceKind.Channel, Urgency.Renewal));
        Assert.Equal(Urgency.Renewal, backlog.TakeNext(endsOnly: false)!.Owed.Urgency);
        Put(Many[2], Card(SurfaceKind.Channel, Urgency.End));
        Assert.Equal(Urgency.End, backlog.TakeNext(endsOnly: false)!.Owed.Urgency);
    }

    [Fact]
    public void One_lane_is_sent_to_one_at_a_time_and_in_order()
    {
        Put(Many[0], Card(SurfaceKind.Authority, Urgency.Card, no: 1), Card(SurfaceKind.Details, Urgency.Card, no: 1), Card(SurfaceKind.Adviser, Urgency.Card));
        var (one, other) = (backlog.TakeNext(endsOnly: false)!, backlog.TakeNext(endsOnly: false)!);
        Assert.Equal([SurfaceKind.Adviser, SurfaceKind.Details], [one.Owed.Effect.Show!.Value.Kind, other.Owed.Effect.Show!.Value.Kind]);
        Assert.Null(backlog.TakeNext(endsOnly: false));

        backlog.Done(other, backlog.BeginReading(), [Row(Many[0], Card(SurfaceKind.Authority, Urgency.Card, no: 1))]);
        Assert.Equal(SurfaceKind.Authority, backlog.TakeNext(endsOnly: false)!.Owed.Effect.Show!.Value.Kind);
    }

    [Fact]
    public void An_end_changes_a_card_that_stands_there_already_and_waits_for_nothing_else_in_its_chat()
    {
        Put(Many[0], Card(SurfaceKind.WrapUp, Urgency.Card), Card(SurfaceKind.Authority, Urgency.End, no: 1), Card(SurfaceKind.Details, Urgency.End, no: 1));
        Assert.Equal([SurfaceKind.Details, SurfaceKind.Authority, SurfaceKind.WrapUp], TakeAll().Select(row => row.Owed.Effect.Show!.Value.Kind));
    }

    [Theory]
    [InlineData((int)Urgency.Renewal, 8)]
    [InlineData((int)Urgency.Message, 16)]
    [InlineData((int)Urgency.Card, 24)]
    [InlineData((int)Urgency.Ping, 32)]
    [InlineData((int)Urgency.End, 48)]
    public void However_many_wait_some_places_stay_free_for_what_is_more_urgent(int urgency, int most)
    {
        foreach (var id in Many)
            Put(id, Card(SurfaceKind.Channel, (Urgency)urgency));
        Assert.Equal(most, TakeAll().Count);

        Put(HandoffId.Parse("RRRR"), Card(SurfaceKind.Channel, Urgency.End));
        Assert.Equal(urgency != (int)Urgency.End, backlog.TakeNext(endsOnly: false) is not null);
    }

    [Fact]
    public void Before_the_first_ends_were_tried_nothing_else_goes()
    {
        Put(Many[0], Card(SurfaceKind.Ping, Urgency.Ping, no: 1));
        Put(Many[1], Card(SurfaceKind.Channel, Urgency.End));
        Assert.Equal(Many[1], backlog.TakeNext(endsOnly: true)!.Handoff);
        Assert.Null(backlog.TakeNext(endsOnly: true));
        Assert.Equal(Many[0], backlog.TakeNext(endsOnly: false)!.Handoff);
    }

    [Fact]
    public void A_reading_that_began_earlier_does_not_undo_a_later_one()
    {
        var early = backlog.BeginReading();
        Put(Many[0], Card(SurfaceKind.Channel, Urgency.End));
        backlog.Put(early, Many[0], []);
        backlog.PutAll(early, []);
        Assert.Equal(Many[0], backlog.TakeNext(endsOnly: false)!.Handoff);
    }

    [Fact]
    public void A_look_at_everything_forgets_what_is_owed_no_more()
    {
        Put(Many[0], Card(SurfaceKind.Channel, Urgency.Card));
        backlog.PutAll(backlog.BeginReading(), [Row(Many[1], Card(SurfaceKind.Channel, Urgency.Card))]);
        Assert.Equal([Many[1]], TakeAll().Select(row => row.Handoff));
    }

    [Fact]
    public void What_has_no_place_within_the_limits_rests_and_an_end_of_the_same_card_does_not()
    {
        var renewal = Row(Many[0], Card(SurfaceKind.Channel, Urgency.Renewal));
        backlog.Rest(renewal, TimeSpan.FromSeconds(2));
        Put(Many[0], renewal.Owed);
        time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Null(backlog.TakeNext(endsOnly: false));
        Assert.Equal(TimeSpan.FromSeconds(0.5), backlog.UntilRested());

        Put(Many[0], Card(SurfaceKind.Channel, Urgency.End));
        var end = backlog.TakeNext(endsOnly: false)!;
        Assert.Equal(Urgency.End, end.Owed.Urgency);
        backlog.Done(end, backlog.BeginReading(), [renewal]);
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Null(backlog.UntilRested());
        Assert.Equal(Urgency.Renewal, backlog.TakeNext(endsOnly: false)!.Owed.Urgency);
    }

    private List<OwedRow> TakeAll()
    {
        List<OwedRow> taken = [];
        while (backlog.TakeNext(endsOnly: false) is { } next)
            taken.Add(next);
        return taken;
    }

    private void Put(HandoffId id, params Owed[] owed) => backlog.Put(backlog.BeginReading(), id, [.. owed.Select(one => Row(id, one))]);

    private static Owed Card(SurfaceKind kind, Urgency urgency, int no = 0, int since = 0) =>
        new(new OwedEffect(new Surface(kind, no), null, kind == SurfaceKind.Channel ? null : kind == SurfaceKind.Adviser ? Tom.Person : Priya.Person, null), urgency, Ten.AddSeconds(since), Version: 1);

    private static OwedRow Row(HandoffId id, Owed owed) =>
        new(new Row(RowKeys.Owed(id, new ShowCard(owed.Effect.Show!.Value)), HandoffJson.Write(owed), null, "1"), owed, OwedClaim.Read(null));
}
