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

/// <summary>The store gives what is owed, and then cannot be reached.</summary>
public sealed class StoreAwayWhileSendingTests
{
    private const int Endless = 50;

    private readonly FakeTimeProvider time = new(Ten);
    private readonly CancellationTokenSource endless = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_send_that_the_store_kept_from_beginning_is_tried_again_after_a_second_and_not_at_once()
    {
        var store = new AwayForCards(new SimulatedStore(), endless);
        var settings = new BotSettings { Teams = new TeamsSettings { AppId = "5ab1f0f4-9d5f-4a51-8a53-6a58fdb8f001", TenantId = "7d3f1c52-0b68-4c9c-9d61-3b1f6a0c2e11" } };
        var services = new ServiceCollection().AddLogging().AddVstrsBot(settings, TestKeys.Desk);
        services.AddKeyedSingleton<TimeProvider>(Composition.Machine, time).RemoveAll<IHandoffStore>().AddSingleton<IHandoffStore>(store);
        await using var parts = services.BuildServiceProvider();
        var sends = parts.GetRequiredService<SendQueue>();
        var owed = new Owed(new OwedEffect(Surface.Adviser, null, Tom.Person, null), Urgency.Card, Ten, Version: 1);
        await store.TryCommitAsync([new RowChange.Put(RowKeys.Owed(K7F3, new ShowCard(Surface.Adviser)), HandoffJson.Write(owed))], endless.Token);

        await sends.RunAsync(endless.Token);
        Assert.Equal(1, store.Refused);
        Assert.Equal(SendQueue.LooksAtLeastEvery, sends.UntilNextLook);

        time.Advance(SendQueue.LooksAtLeastEvery);
        await sends.RunAsync(endless.Token);
        Assert.Equal(2, store.Refused);
    }

    private sealed class AwayForCards(SimulatedStore store, CancellationTokenSource endless) : IHandoffStore
    {
        public int Refused { get; private set; }

        public DateTimeOffset? Clock => store.Clock;

        public async Task<Row?> FindAsync(string key, CancellationToken ct)
        {
            if (!key.StartsWith("c|", StringComparison.Ordinal))
                return await store.FindAsync(key, ct);
            if (++Refused == Endless)
                await endless.CancelAsync();
            throw new StoreUnavailableException("Simulated: the store is away.");
        }

        public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct) => store.ReadAsync(from, before, most, ct);

        public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct) => store.TryCommitAsync(changes, ct);
    }
}
