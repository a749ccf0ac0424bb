using TeamsStandIn.Transcripts;
using Xunit;

namespace VstrsBot.Tests.Journeys.Authority;

/// <summary>LA1: what the banner says, stored and asked for.</summary>
public sealed class LA1_BannerWordsTests
{
    [Fact]
    public Task The_stored_banner_of_the_specialist_says_all_that_bounds_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var stored = desk.CardOf(number, "authority").Says();

        Assert.StartsWith("AUTHORITY LIVE until 10:44am. Checked 10:41am.", stored, StringComparison.Ordinal);
        Assert.Contains("Live since 10:42am, accepted from Tom Reed of VSTRS.", stored, StringComparison.Ordinal);
        Assert.Contains(
            "You, Priya Shah, may disclose to the representative of Citizens Advice as if a 64-8 were on record, on this call only, "
            + "for the matter on the details card. It ends when the call ends.",
            stored,
            StringComparison.Ordinal);
        Assert.Contains("Do not rely on this after 10:44am on 23 November (UK time).", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Typed.Representative, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Matter:", stored, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(null, "the adviser says none")]
    [InlineData("Only the 2024 return", "Only the 2024 return")]
    public Task The_one_asked_for_adds_representative_matter_and_restrictions(string? restrictions, string shown) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync(null, restrictions is null ? [] : [("restricted", "yes"), ("restrictions", restrictions)]);
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);

        var taken = await desk.TakeAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        var asked = await desk.Priya.PressAsync(desk.Priya.Sees(desk.CardOf(number, "authority")), "Check now");
        foreach (var answer in (string[])[taken.Text, asked.Text])
        {
            Assert.StartsWith("AUTHORITY LIVE until", answer, StringComparison.Ordinal);
            Assert.Contains("as if a 64-8 were on record, on this call only", answer, StringComparison.Ordinal);
            Assert.Contains(Typed.Representative, answer, StringComparison.Ordinal);
            Assert.Contains("Enforcement", answer, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(shown, answer, StringComparison.Ordinal);
            Assert.Contains("Tom Reed. SEES ID confirmed 10:41am.", answer, StringComparison.Ordinal);
        }

        Assert.Matches("^AUTHORITY LIVE until [0-9:]+am\\. Checked at 10:42:[0-9]{2}am\\.", asked.Text);
    });

    [Fact]
    public Task The_asked_for_version_is_gone_at_the_next_renewal() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var card = desk.CardOf(number, "authority");
        await desk.Priya.PressAsync(desk.Priya.Sees(card), "Check now");
        Assert.Contains(Typed.Representative, desk.Priya.Sees(card).Text, StringComparison.Ordinal);
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Typed.Representative, desk.Priya.Sees(card).Text, StringComparison.Ordinal);
        Assert.StartsWith("AUTHORITY LIVE", desk.Priya.Sees(card).Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task The_channel_names_the_one_person_who_may_disclose() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var channel = desk.CardOf(number, "channel").Says();
        Assert.StartsWith("AUTHORITY LIVE until 10:44am\nfor Priya Shah only, on this call only. Nobody else may disclose.", channel, StringComparison.Ordinal);
        var adviser = desk.CardOf(number, "adviser").Says();
        Assert.StartsWith("AUTHORITY LIVE until 10:44am\nfor Priya Shah on this call.", adviser, StringComparison.Ordinal);
        Assert.Contains("Transferring is not ending.", adviser, StringComparison.Ordinal);
    });

    [Fact]
    public Task With_a_lease_under_2_minutes_the_words_give_seconds() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.LiveAsync();
            Assert.Matches("^AUTHORITY LIVE until 10:4[0-9]:[0-9]{2}am", CardText.Render(desk.CardOf(number, "channel").BaseCard!));
        },
        new VstrsBot.Handoffs.HandoffRules { Lease = TimeSpan.FromSeconds(90), RenewEvery = TimeSpan.FromSeconds(30) });
}
