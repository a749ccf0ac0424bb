using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN5: a banner that cannot be edited: the end stands, is announced all the same, and the edit is tried until it works.</summary>
public sealed class EN5_BannerCannotBeEditedTests
{
    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public Task The_end_stands_is_announced_and_shows_within_5_seconds_once_the_edit_works(int status) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var order = desk.Teams.Faults.Next(Op.Update, Fault.Status(status)).UntilCleared();
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));

        Assert.IsType<Ended>(await desk.StateAsync(number));
        var words = $"{number}: authority ended at 10:41am.";
        Assert.Single(desk.Tom.Chat, m => m.Text == words);
        Assert.Single(desk.Priya.Chat, m => m.Text == words);
        Assert.Single(desk.Amir.Channel, m => m.Text == words);
        Assert.Equal(3, desk.Banners.Count);

        order.Clear();
        await desk.StepAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task A_renewal_refused_for_long_does_not_keep_the_end_waiting() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        var order = desk.Teams.Faults.Next(Op.Update, Fault.Status(403)).UntilCleared();
        await desk.StepAsync(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(5));
        order.Clear();
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await desk.SendAsync();
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task When_Teams_says_when_to_come_back_an_end_keeps_to_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var authority = desk.CardOf(number, "authority");
        desk.Teams.Faults.Next(Op.Update, Fault.Throttle(TimeSpan.FromSeconds(20))).OnMessage(authority.Id);
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await desk.SendAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(1));
        Assert.Equal(authority.Id, Assert.Single(desk.Banners).Id);
        await desk.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(desk.Banners);
    });

    [Theory]
    [InlineData("authority")]
    [InlineData("adviser")]
    [InlineData("channel")]
    public Task A_deleted_banner_is_posted_afresh_ended(string surface) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var card = desk.CardOf(number, surface);
        desk.Teams.Tenant.Delete(card);
        await desk.Priya.RawPressAsync("endCall", Steps.Press(number, "authority"));
        await desk.SettleAsync();

        var afresh = desk.Teams.Tenant.Messages.Last(m => m.Author is null && m.BaseCard is not null && Ended(m.BaseCard.ToJsonString()) && Place(desk, m) == Place(desk, card));
        Assert.NotEqual(card.Id, afresh.Id);
        Assert.Contains("Authority ended at 10:41am. Do not disclose.", afresh.Says(), StringComparison.Ordinal);
        Assert.Empty(desk.Banners);
        Assert.Single(desk.Amir.Channel, m => m.Text == $"{number}: authority ended at 10:41am.");

        static bool Ended(string json) => json.Contains("Authority ended", StringComparison.Ordinal);
        static string? Place(Desk desk, TeamsStandIn.Tenant.TeamsMessage m) => desk.Teams.Tenant.Find(m.ConversationId)?.Person?.Name;
    });

    [Fact]
    public Task A_chat_whose_history_was_removed_gets_its_ended_card_afresh() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Tenant.RemoveChatHistory("Priya Shah");
        await desk.EndAsync();
        Assert.Contains(desk.Priya.Chat, m => m.Text.StartsWith("Authority ended at 10:41am. Do not disclose.", StringComparison.Ordinal));
        Assert.Contains(desk.Priya.Chat, m => m.Text == $"{number}: authority ended at 10:41am.");
    });

    [Fact]
    public Task A_person_who_blocked_the_bot_sees_the_end_within_5_seconds_of_letting_it_back() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        desk.Priya.Person.Blocked = true;
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(10));
        Assert.Single(desk.Banners);
        desk.Priya.Person.Blocked = false;
        await desk.StepAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        Assert.Empty(desk.Banners);
    });
}
