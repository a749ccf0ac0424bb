using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using VstrsBot.Addresses;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Outbox;

/// <summary>Two processes on one store, and one of them is held up in the middle of a send until the other has taken it over.</summary>
public sealed class OvertakenSendTests
{
    private static readonly string Key = RowKeys.Owed(K7F3, new ShowCard(Surface.Adviser));
    private static readonly string ItsAddress = RowKeys.Card(K7F3, Surface.Adviser);
    private static readonly Owed ItsCard = new(new OwedEffect(Surface.Adviser, null, null, null), Urgency.Card, Ten, 1);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly ServiceDesk desk = new();
    private readonly HeldUp teams = new();
    private readonly Drawn drawings = new();
    private readonly JumpyTime monotonic = new(Ten);
    private readonly LateFlights flights;

    public OvertakenSendTests() => flights = new LateFlights(monotonic);

    [Fact]
    public async Task Whoever_finds_a_send_taken_over_and_done_owes_the_card_once_more()
    {
        await OweAsync();
        teams.MeanwhileAsync = async () =>
        {
            Pass(EffectSender.ClaimLasts + TimeSpan.FromSeconds(1));
            Assert.True(await SendAsync());
            Pass(TimeSpan.FromSeconds(11)); // what the first sent may arrive no later
            await SendAsync();
            Assert.Null(await OwedAsync());
        };
        await SendAsync();
        Assert.Equal(Urgency.End, HandoffJson.Read<Owed>(Assert.IsType<Row>(await OwedAsync())).Urgency);

        await SendAsync();
        Assert.Equal(4, teams.Sends);
        Assert.Null(await OwedAsync());
    }

    [Fact]
    public async Task A_card_that_was_posted_under_a_claim_that_ran_out_is_owed_once_more_with_its_address()
    {
        await OweAsync();
        await desk.Store.TryCommitAsync(
            [new RowChange.Drop(ItsAddress), new RowChange.Put(RowKeys.Address(Tom.Id), HandoffJson.Write(new PersonAddress("29:tom", "https://smba.trafficmanager.net/uk/", "a:tom")))], Ct);
        teams.MeanwhileAsync = async () =>
        {
            Pass(EffectSender.ClaimLasts + TimeSpan.FromSeconds(1));
            await desk.Store.TryCommitAsync([new RowChange.Drop(Key)], Ct); // the other found nothing to send any more
            desk.Store.BeforeCommit = changes => Task.FromResult(desk.Store.Down = changes.Any(change => change.Key == ItsAddress));
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(SendAsync);
        (desk.Store.Down, desk.Store.BeforeCommit) = (false, null);

        Assert.NotNull(await desk.Store.FindAsync(ItsAddress, Ct));
        Assert.Equal(Urgency.End, HandoffJson.Read<Owed>(Assert.IsType<Row>(await OwedAsync())).Urgency);
    }

    [Fact]
    public async Task Whoever_finds_a_send_taken_over_leaves_the_others_claim_alone()
    {
        await OweAsync();
        string? others = null;
        teams.MeanwhileAsync = async () =>
        {
            Pass(EffectSender.ClaimLasts + TimeSpan.FromSeconds(1));
            var row = (await OwedAsync())!;
            others = new OwedClaim(desk.Time.GetUtcNow() + EffectSender.ClaimLasts, null, 0, Banner: true).Write();
            Assert.True(await desk.Store.TryCommitAsync([new RowChange.SetClaim(Key, others, row.Tag)], Ct));
        };
        await SendAsync();
        Assert.Equal(others, (await OwedAsync())!.Claim);
    }

    [Fact]
    public async Task What_was_drawn_before_a_pause_is_not_sent()
    {
        await OweAsync();
        drawings.Meanwhile = () => Pass(EffectSender.ClaimLasts - TimeSpan.FromSeconds(1));
        await SendAsync();
        Assert.Equal(0, teams.Sends);
        Assert.True(OwedClaim.Read((await OwedAsync())!.Claim).FreeAt(desk.Time.GetUtcNow(), ItsCard));
    }

    [Fact]
    public async Task The_state_may_move_while_a_claim_is_given_back()
    {
        await OweAsync();
        var races = 0;
        desk.Store.BeforeCommit = async changes =>
        {
            if (changes.Any(change => change is RowChange.SetClaim { Claim: null }) && races++ < 3)
                await desk.Store.Reopened().TryCommitAsync([new RowChange.Put(Key, HandoffJson.Write(ItsCard))], Ct);
        };
        teams.MeanwhileAsync = () => desk.Store.TryCommitAsync([new RowChange.Put(Key, HandoffJson.Write(ItsCard))], Ct);
        await SendAsync();
        Assert.Equal(4, races);
        Assert.Null((await OwedAsync())!.Claim);
    }

    [Fact]
    public async Task An_update_that_may_still_arrive_is_followed_by_another_once_it_has_arrived()
    {
        await OweAsync();
        teams.MeanwhileAsync = () => throw new ConnectorException(0, ConnectorException.TimedOut, ambiguous: true);
        await SendAsync();
        teams.MeanwhileAsync = () => Task.CompletedTask;
        Pass(TimeSpan.FromSeconds(2));
        await SendAsync();
        Assert.NotNull(await OwedAsync());
        Pass(EffectSender.LongestFlight);
        await SendAsync();
        Assert.Null(await OwedAsync());
        Assert.Equal(3, teams.Sends);
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_does_not_end_the_wait_for_an_update_that_may_still_arrive()
    {
        await OweAsync();
        teams.MeanwhileAsync = () => throw new ConnectorException(0, ConnectorException.TimedOut, ambiguous: true);
        await SendAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(4)); // the wall clock alone
        await SendAsync();
        Assert.NotNull(await OwedAsync());
        Pass(EffectSender.LongestFlight);
        await SendAsync();
        Assert.Null(await OwedAsync());
    }

    [Fact]
    public async Task A_process_that_first_hears_of_such_an_update_waits_for_it_too()
    {
        await OweAsync();
        await desk.Store.TryCommitAsync(
            [new RowChange.Put(RowKeys.Card(K7F3, Surface.Adviser), HandoffJson.Write(new CardAddress("a:tom", "1", "https://smba.trafficmanager.net/uk/", Ten.AddMinutes(-4))))], Ct);
        await SendAsync();
        Assert.NotNull(await OwedAsync());
        Pass(EffectSender.LongestFlight);
        await SendAsync();
        Assert.Null(await OwedAsync());
    }

    [Fact]
    public void What_may_still_arrive_is_known_of_a_bounded_number_of_cards()
    {
        for (var no = 1; no <= LateFlights.MostKnown + 1; no++)
            Assert.NotNull(flights.Left(K7F3, new Surface(SurfaceKind.Ping, no), Ten));
        monotonic.Pass(EffectSender.LongestFlight);
        Assert.NotNull(flights.Left(K7F3, new Surface(SurfaceKind.Ping, 1), Ten)); // forgotten: waited for once more
        Assert.Null(flights.Left(K7F3, new Surface(SurfaceKind.Ping, 3), Ten));
        Assert.NotNull(flights.Left(K7F3, new Surface(SurfaceKind.Ping, 3), Ten.AddSeconds(1))); // another update
        Assert.Null(flights.Left(K7F3, new Surface(SurfaceKind.Ping, 3), null));
    }

    [Theory]
    [InlineData(Urgency.End, 9, false)]
    [InlineData(Urgency.End, 60, true)]
    [InlineData(Urgency.Card, 60, false)]
    [InlineData(Urgency.Card, 4000, true)]
    internal void What_a_clock_that_was_set_back_wrote_holds_nothing_up(Urgency urgency, int seconds, bool free)
    {
        var owed = new Owed(new OwedEffect(Surface.Adviser, null, null, null), urgency, Ten, 1);
        Assert.Equal(free, new OwedClaim(null, Ten.AddSeconds(seconds), 1, Version: 1).FreeAt(Ten, owed));
        Assert.Equal(seconds > 30, new OwedClaim(Ten.AddSeconds(seconds), null, 0).FreeAt(Ten, owed));
    }

    private void Pass(TimeSpan span)
    {
        desk.Time.Advance(span);
        monotonic.Pass(span);
    }

    private async Task OweAsync()
    {
        await desk.DoAsync(PostBy(Tom));
        foreach (var row in await desk.Store.ReadAsync(RowKeys.AllOwed.From, RowKeys.AllOwed.Before, 100, Ct))
            await desk.Store.TryCommitAsync([new RowChange.Drop(row.Key)], Ct);
        await desk.Store.TryCommitAsync(
        [
            new RowChange.Put(Key, HandoffJson.Write(ItsCard)),
            new RowChange.Put(RowKeys.Card(K7F3, Surface.Adviser), HandoffJson.Write(new CardAddress("a:tom", "1", "https://smba.trafficmanager.net/uk/"))),
        ], Ct);
    }

    private Task<Row?> OwedAsync() => desk.Store.FindAsync(Key, Ct);

    private async Task<bool> SendAsync()
    {
        if (await OwedAsync() is not { } row)
            return false;
        var chain = new RecordChain(new RecordSeal(TestKeys.Desk.Record));
        var days = new DayChain(chain, desk.Time);
        var channel = new DeskChannel(desk.Store, new ChannelSettings(), new TeamsSettings(), days, desk.Time);
        var budget = new CallBudget(desk.Store, desk.Time);
        var handoffs = new HandoffLines(desk.Store, chain, new Snapshots());
        var later = new LaterLines(desk.Store, handoffs, days, desk.Time, NullLogger<LaterLines>.Instance);
        var people = new AddressBook(desk.Store, new DirectConnector(teams, budget, later, desk.Time), channel);
        var completion = new OwedCompletion(desk.Store, handoffs, desk.Time, RandomSource.System, NullLogger<OwedCompletion>.Instance);
        var sender = new EffectSender(
            desk.Store, desk.Service, drawings, new CardSender(new CardPlaces(desk.Store, desk.Seen), teams, people, desk.Time), new SendTargets(desk.Store, desk.Service, people, channel, desk.Seen),
            budget, completion, new Unshown(desk.Store, desk.Service, handoffs, desk, new OwedSignal(), desk.Time, NullLogger<Unshown>.Instance),
            flights, new NoTally(), desk.Time, RandomSource.System, NullLogger<EffectSender>.Instance);
        return (await sender.SendAsync(new OwedRow(row, HandoffJson.Read<Owed>(row), OwedClaim.Read(row.Claim)), Ct)).Done;
    }

    private sealed class Drawn : IDrawings
    {
        public Action Meanwhile { get; set; } = () => { };

        public Task<Drawing?> DrawAsync(PostedHandoff state, OwedEffect owed, Sending how, CancellationToken ct)
        {
            Meanwhile();
            return Task.FromResult<Drawing?>(new Drawing(new JsonObject(), null, "K7F3", Alert: false, ShowsAuthority: false));
        }
    }

    /// <summary>Something happens during the first update.</summary>
    private sealed class HeldUp : IConnector
    {
        public Func<Task> MeanwhileAsync { get; set; } = () => Task.CompletedTask;

        public int Sends { get; private set; }

        public Task UpdateAsync(Uri serviceUrl, string conversationId, string activityId, OutgoingActivity activity, CancellationToken ct) =>
            ++Sends == 1 ? MeanwhileAsync() : Task.CompletedTask;

        public Task<string> CreatePersonalChatAsync(Uri serviceUrl, string tenantId, string memberMri, CancellationToken ct) => throw new NotSupportedException();

        public Task<ThreadAddress> CreateThreadAsync(Uri serviceUrl, string tenantId, string channelId, OutgoingActivity first, CancellationToken ct) => throw new NotSupportedException();

        public async Task<string?> SendAsync(Uri serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken ct)
        {
            if (++Sends == 1)
                await MeanwhileAsync();
            return "9";
        }

        public Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct) => throw new NotSupportedException();
    }
}
