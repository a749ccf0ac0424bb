using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Outbox;

/// <summary>A banner is taken away where its card is known to stand: a place that was kept is never lost to somebody who comes late.</summary>
public sealed class CardPlacesTests
{
    private static readonly string Key = RowKeys.Card(K7F3, Surface.Adviser);
    private static readonly RowChange Also = new RowChange.Put("o|K7F3|Adviser", [1]);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly SimulatedStore store = new();
    private readonly LastSeen seen = new(new FakeTimeProvider(Ten));
    private readonly CardPlaces places;

    public CardPlacesTests() => places = new CardPlaces(store, seen);

    [Fact]
    public async Task The_first_whose_place_is_kept_is_the_card()
    {
        Assert.True(await KeepAsync("1", Also));
        Assert.NotNull(await store.FindAsync(Also.Key, Ct));

        Assert.False(await KeepAsync("2"));
        Assert.Equal("1", (await KeptAsync())!.ActivityId);
        Assert.Equal("1", Seen());
    }

    [Fact]
    public async Task A_card_that_was_kept_while_this_one_was_about_to_be_stays_the_card()
    {
        store.BeforeCommit = async _ =>
        {
            store.BeforeCommit = null;
            await KeepAsync("1");
        };
        Assert.False(await KeepAsync("2"));
        Assert.Equal("1", (await KeptAsync())!.ActivityId);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_gives_its_place_to_the_next()
    {
        await KeepAsync("1");
        await places.NoteAsync(K7F3, Surface.Adviser, At("1") with { Gone = true }, Ct);
        Assert.Null(Seen());

        Assert.True(await KeepAsync("2", Also));
        Assert.Equal("2", (await KeptAsync())!.ActivityId);
        Assert.NotNull(await store.FindAsync(Also.Key, Ct));
    }

    [Fact]
    public async Task Of_two_who_post_a_deleted_card_afresh_one_is_the_card()
    {
        await KeepAsync("1");
        await places.NoteAsync(K7F3, Surface.Adviser, At("1") with { Gone = true }, Ct);
        store.BeforeCommit = async changes =>
        {
            if (changes.First() is not RowChange.Replace)
                return;
            store.BeforeCommit = null;
            await KeepAsync("2");
        };
        Assert.False(await KeepAsync("3"));
        Assert.Equal("2", (await KeptAsync())!.ActivityId);
    }

    [Fact]
    public async Task What_is_heard_late_of_an_earlier_card_does_not_take_the_place_of_the_present_one()
    {
        await KeepAsync("2");
        await places.NoteAsync(K7F3, Surface.Adviser, At("1") with { Gone = true }, Ct);
        Assert.Equal(At("2"), await KeptAsync());
        Assert.Equal("2", Seen());
    }

    [Fact]
    public async Task What_is_heard_of_a_card_while_it_is_noted_elsewhere_is_noted_too()
    {
        await KeepAsync("1");
        store.BeforeCommit = async _ =>
        {
            store.BeforeCommit = null;
            await places.NoteAsync(K7F3, Surface.Adviser, At("1") with { UnsureUntil = Ten }, Ct);
        };
        await places.NoteAsync(K7F3, Surface.Adviser, At("1") with { Gone = true }, Ct);
        Assert.Equal(At("1") with { Gone = true }, await KeptAsync());
    }

    [Fact]
    public async Task While_the_store_is_away_this_process_alone_remembers()
    {
        await KeepAsync("1");
        store.Down = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => places.NoteAsync(K7F3, Surface.Adviser, At("1") with { Gone = true }, Ct));
        Assert.Equal("1", Seen());

        await places.NoteAloneAsync(K7F3, Surface.Adviser, At("1") with { Gone = true }, Ct);
        Assert.Null(Seen());
    }

    private static CardAddress At(string message) => new("a:tom", message, "https://smba.trafficmanager.net/uk/");

    private Task<bool> KeepAsync(string message, params IReadOnlyList<RowChange> also) => places.TryKeepAsync(K7F3, Surface.Adviser, At(message), also, Ct);

    private async Task<CardAddress?> KeptAsync() => await store.FindAsync(Key, Ct) is { } row ? HandoffJson.Read<CardAddress>(row) : null;

    private string? Seen() => seen.FindCard(K7F3, Surface.Adviser)?.ActivityId;
}
