using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Teams;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Outbox;

/// <summary>What the queue of sends asks of a store that gives what is owed, and then can or cannot be reached.</summary>
public sealed class StoreAwayWhileSendingTests : IAsyncDisposable
{
    private const int Endless = 200;

    private static readonly HandoffId[] Many = [.. Enumerable.Range(0, 30).Select(n => HandoffId.Parse($"{"CDF"[n / 10]}{"CDFGHJKMNP"[n % 10]}23"))];

    private readonly FakeTimeProvider time = new(Ten);
    private readonly CancellationTokenSource endless = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly AwayForCards store;
    private readonly ServiceProvider parts;
    private readonly SendQueue sends;

    public StoreAwayWhileSendingTests()
    {
        store = new AwayForCards(new SimulatedStore(), endless);
        var settings = new BotSettings { Teams = new TeamsSettings { AppId = "5ab1f0f4-9d5f-4a51-8a53-6a58fdb8f001", TenantId = "7d3f1c52-0b68-4c9c-9d61-3b1f6a0c2e11" } };
        var services = new ServiceCollection().AddLogging().AddVstrsBot(settings, TestKeys.Desk);
        services.AddKeyedSingleton<TimeProvider>(Composition.Machine, time).RemoveAll<IHandoffStore>().AddSingleton<IHandoffStore>(store);
        parts = services.BuildServiceProvider();
        sends = parts.GetRequiredService<SendQueue>();
    }

    [Fact]
    public async Task A_send_that_the_store_kept_from_beginning_is_tried_again_after_a_second_and_not_at_once()
    {
        await OweAsync(K7F3);
        await sends.RunAsync(endless.Token);
        Assert.Equal([K7F3], store.Asked);
        Assert.Equal(SendQueue.LooksAtLeastEvery, sends.UntilNextLook);

        await AfterASecondAsync();
        Assert.Equal([K7F3, K7F3], store.Asked);
    }

    [Fact]
    public async Task Where_the_store_refuses_all_of_many_one_of_them_asks_each_second_and_not_always_the_same()
    {
        foreach (var id in Many)
            await OweAsync(id);
        await sends.RunAsync(endless.Token);
        var first = store.Asked.Count;
        Assert.InRange(first, StorePatience.MostInARow, Many.Length);

        for (var second = 1; second <= 10; second++)
        {
            await AfterASecondAsync();
            Assert.Equal(first + second, store.Asked.Count);
        }

        Assert.True(store.Asked.Skip(first).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Once_it_answers_again_all_that_waited_goes_out()
    {
        foreach (var id in Many)
            await OweAsync(id);
        await sends.RunAsync(endless.Token);
        (store.IsBack, var before) = (true, store.Asked.Count);
        await sends.RunAsync(endless.Token);
        Assert.Equal(before, store.Asked.Count);

        for (var second = 0; second < 2; second++)
            await AfterASecondAsync();
        Assert.Equal(Many.ToHashSet(), store.Asked.Skip(before).ToHashSet());
    }

    [Fact]
    public async Task Once_it_answers_again_one_more_fault_holds_nobody_up()
    {
        foreach (var id in Many[..20])
            await OweAsync(id);
        await sends.RunAsync(endless.Token);
        store.IsBack = true;
        await AfterASecondAsync();

        (store.FailsFor, var before) = (Many[20], store.Asked.Count);
        foreach (var id in Many[20..])
            await OweAsync(id);
        await sends.RunAsync(endless.Token);
        await OweAsync(K7F3);
        await sends.RunAsync(endless.Token);
        Assert.Equal([.. Many[20..], K7F3], store.Asked.Skip(before).ToHashSet());
    }

    [Fact]
    public async Task What_this_process_is_told_of_is_looked_at_alone_and_all_that_is_owed_once_a_second()
    {
        store.IsBack = true;
        await sends.RunAsync(endless.Token);
        var looks = store.LooksAtAll;
        await OweAsync(Many[0]);
        await OweAsync(Many[1]);
        parts.GetRequiredService<OwedSignal>().Raise(Many[0]);
        await sends.FollowAsync(endless.Token);
        Assert.Equal(looks, store.LooksAtAll);
        Assert.Equal([Many[0]], store.Asked);
        Assert.Equal(SendQueue.LooksAtLeastEvery, sends.UntilNextLook);

        time.Advance(SendQueue.LooksAtLeastEvery);
        await sends.FollowAsync(endless.Token);
        Assert.Equal(looks + 1, store.LooksAtAll);
        Assert.Equal([Many[0], Many[1]], store.Asked);
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        endless.Dispose();
    }

    private async Task OweAsync(HandoffId id)
    {
        var owed = new Owed(new OwedEffect(Surface.Adviser, null, Tom.Person, null), Urgency.Card, Ten, Version: 1);
        await store.TryCommitAsync([new RowChange.Put(RowKeys.Owed(id, new ShowCard(Surface.Adviser)), HandoffJson.Write(owed))], endless.Token);
    }

    private async Task AfterASecondAsync()
    {
        time.Advance(SendQueue.LooksAtLeastEvery);
        await sends.RunAsync(endless.Token);
    }

    private sealed class AwayForCards(SimulatedStore store, CancellationTokenSource endless) : IHandoffStore
    {
        /// <summary>Those whose card's place was asked for, which is where a send begins.</summary>
        public List<HandoffId> Asked { get; } = [];

        public int LooksAtAll { get; private set; }

        public bool IsBack { get; set; }

        public HandoffId? FailsFor { get; set; }

        public DateTimeOffset? Clock => store.Clock;

        public async Task<Row?> FindAsync(string key, CancellationToken ct)
        {
            if (!key.StartsWith("c|", StringComparison.Ordinal))
                return await store.FindAsync(key, ct);
            lock (Asked)
                Asked.Add(RowKeys.HandoffOf(key));
            if (Asked.Count == Endless)
                await endless.CancelAsync();
            if (IsBack && RowKeys.HandoffOf(key) != FailsFor)
                return await store.FindAsync(key, ct);
            throw new StoreUnavailableException("Simulated: the store is away.");
        }

        public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
        {
            if (from == RowKeys.AllOwed.From)
                LooksAtAll++;
            return store.ReadAsync(from, before, most, ct);
        }

        public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) => store.TryCommitAsync(changes, ct);
    }
}
