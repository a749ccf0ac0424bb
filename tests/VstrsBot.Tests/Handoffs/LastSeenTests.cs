using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>What a process keeps of a live handoff, and until when.</summary>
public sealed class LastSeenTests
{
    private static readonly CardAddress Address = new("19:a", "1", "https://smba.trafficmanager.net/teams/");

    private readonly ServiceDesk desk = new();

    [Fact]
    public async Task It_is_there_while_the_handoff_is_live_and_not_before_or_after()
    {
        desk.Seen.Note(K7F3, Surface.Channel, Address);
        Assert.Null(desk.Seen.Find(K7F3));
        await desk.GoLiveAsync();
        Assert.IsType<Live>(desk.Seen.Find(K7F3)!.Value.State);
        Assert.Equal(Address, desk.Seen.FindCard(K7F3, Surface.Channel));

        await desk.DoAsync(new EndCall(Tom));
        Assert.Null(desk.Seen.Find(K7F3));
        Assert.Null(desk.Seen.FindCard(K7F3, Surface.Channel));
        desk.Seen.Note(K7F3, Surface.Channel, Address);
        Assert.Null(desk.Seen.FindCard(K7F3, Surface.Channel));
    }

    [Fact]
    public async Task What_was_read_before_it_ended_and_comes_late_is_no_news()
    {
        await desk.GoLiveAsync();
        var before = desk.Seen.Find(K7F3)!.Value;
        await desk.DoAsync(new EndCall(Tom));
        desk.Seen.Note(K7F3, before.State, before.Version);
        Assert.Null(desk.Seen.Find(K7F3));
    }

    [Fact]
    public async Task An_older_state_does_not_replace_a_newer_one()
    {
        await desk.GoLiveAsync();
        var before = desk.Seen.Find(K7F3)!.Value;
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.DoAsync(new Renew(BothOnRegister: false));
        desk.Seen.Note(K7F3, before.State, before.Version);
        Assert.True(desk.Seen.Find(K7F3)!.Value.Version > before.Version);
    }

    [Fact]
    public async Task After_an_hour_it_is_forgotten()
    {
        await desk.GoLiveAsync();
        desk.Seen.Note(K7F3, Surface.Adviser, Address);
        desk.Time.Advance(LastSeen.KeptFor - TimeSpan.FromSeconds(1));
        Assert.NotNull(desk.Seen.Find(K7F3));
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(desk.Seen.Find(K7F3));
        Assert.Null(desk.Seen.FindCard(K7F3, Surface.Adviser));
        desk.Seen.Note(HandoffId.Parse("P4KM"), Surface.Adviser, Address);
        Assert.Equal(1, desk.Seen.Count);
    }

    [Fact]
    public async Task It_is_bounded_and_what_was_seen_longest_ago_goes_first()
    {
        await desk.GoLiveAsync();
        foreach (var id in Numbers().Where(id => id != K7F3).Take(LastSeen.MostKnown))
        {
            desk.Time.Advance(TimeSpan.FromMilliseconds(1));
            desk.Seen.Note(id, Surface.Channel, Address);
        }

        Assert.Equal(LastSeen.MostKnown, desk.Seen.Count);
        Assert.Null(desk.Seen.Find(K7F3));
    }

    [Fact]
    public void A_card_that_is_gone_is_nowhere_and_cards_that_show_no_banner_are_not_kept()
    {
        desk.Seen.Note(K7F3, Surface.Channel, Address);
        desk.Seen.Note(K7F3, Surface.Channel, Address with { Gone = true });
        desk.Seen.Note(K7F3, Surface.WrapUp, Address);
        Assert.Null(desk.Seen.FindCard(K7F3, Surface.Channel));
        Assert.Null(desk.Seen.FindCard(K7F3, Surface.WrapUp));
    }

    private static IEnumerable<HandoffId> Numbers()
    {
        const string Letters = "BCDFGHJKMNPQRSTVWXZ23456789";
        for (var no = 0; ; no++)
            yield return HandoffId.Parse($"{Letters[no / 729 % 27]}{Letters[no / 27 % 27]}{Letters[no % 27]}B");
    }
}
