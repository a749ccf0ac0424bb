using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>AX3: everything but what carries an input works by typing; the present card comes below, and is kept up to date.</summary>
public sealed class AX3_TypedCommandsTests
{
    [Fact]
    public Task The_whole_job_is_typed_with_cards_only_for_what_is_filled_in() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();

        await TypeAsync(desk, desk.Priya, $"accept {number}", "You accepted");
        await TypeAsync(desk, desk.Priya, $"sees {number}", "Check SEES ID");
        await desk.CheckAsync(Desk.Code);
        await TypeAsync(desk, desk.Priya, $"details {number}", "Show details");
        await TypeAsync(desk, desk.Priya, $"taken {number}", "AUTHORITY LIVE until");
        Assert.Equal(4, desk.Banners.Count); // the three surfaces, and the newest of the cards that were brought
    });

    [Fact]
    public Task A_brought_banner_is_renewed_and_ends_with_the_others() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await TypeAsync(desk, desk.Tom, $"still {number}", "AUTHORITY LIVE until");
        await TypeAsync(desk, desk.Priya, $"check {number}", "AUTHORITY LIVE until");
        Assert.Equal(5, desk.Banners.Count);

        await desk.StepAsync(TimeSpan.FromMinutes(4));
        Assert.All(desk.Banners, banner => Assert.True(Until(banner.BaseCard!) > desk.Time.GetUtcNow()));
        Assert.Equal(5, desk.Banners.Count);

        await TypeAsync(desk, desk.Tom, $"left {number}", "You left the call");
        await TypeAsync(desk, desk.Tom, $"end {number}", "Authority ended");
        Assert.Empty(desk.Banners);
        await TypeAsync(desk, desk.Priya, $"note {number}", "Show note");
        await TypeAsync(desk, desk.Tom, $"fresh {number}", "Fresh handoff");
    });

    [Fact]
    public Task An_older_brought_card_points_to_the_newer_one() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await TypeAsync(desk, desk.Priya, $"check {number}", "AUTHORITY LIVE until");
        var older = desk.Priya.Chat[^1];
        await TypeAsync(desk, desk.Priya, $"check {number}", "AUTHORITY LIVE until");

        Assert.StartsWith($"{number}: this card is old. No authority.", desk.Priya.Now(older.Id).Text, StringComparison.Ordinal);
        Assert.Equal(4, desk.Banners.Count);
    });

    [Fact]
    public Task A_refusal_is_a_sentence_and_brings_no_card() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var before = desk.Amir.Chat.Count;
        await desk.Amir.SayAsync($"end {number}");
        await desk.SettleAsync();

        Assert.IsType<Live>(await desk.StateAsync(number));
        Assert.Equal(before + 2, desk.Amir.Chat.Count);
        Assert.Null(desk.Amir.Chat[^1].Card);
    });

    private static async Task TypeAsync(Desk desk, PersonClient who, string text, string brings)
    {
        var typed = who.Chat.Count;
        await who.SayAsync(text);
        await desk.SettleAsync();
        Assert.True(who.Chat.Skip(typed).Any(m => m.Card is not null && m.Text.Contains(brings, StringComparison.Ordinal)), $"{text} brought no \"{brings}\":\n{who.PrintView()}");
    }

    private static DateTimeOffset Until(System.Text.Json.Nodes.JsonObject card) =>
        DateTimeOffset.Parse((string)card["refresh"]!["action"]!["data"]!["until"]!, System.Globalization.CultureInfo.InvariantCulture);
}
