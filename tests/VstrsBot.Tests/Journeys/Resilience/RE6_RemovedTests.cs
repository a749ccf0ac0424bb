using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE6: a live card that somebody deleted is noticed and posted again; where the bot was removed, the lead is told, once.</summary>
public sealed class RE6_RemovedTests
{
    [Theory]
    [InlineData("authority")]
    [InlineData("adviser")]
    [InlineData("channel")]
    public Task A_deleted_live_card_stands_again_within_one_renewal(string surface) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var card = desk.CardOf(number, surface);
        desk.Teams.Tenant.Delete(card);
        Assert.Equal(2, desk.Banners.Count);
        await desk.StepAsync(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(5));
        Assert.Equal(3, desk.Banners.Count);
        Assert.DoesNotContain(desk.Banners, banner => banner.Id == card.Id);
    });

    [Fact]
    public Task Removed_from_the_team_the_lead_is_told_once() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Update, Fault.Status(403)).OnMessage(desk.CardOf(number, "channel").Id).UntilCleared();
        await desk.StepAsync(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(5));
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
        Assert.Single(desk.Leah.Chat, m => m.Text.StartsWith($"{number}: at 10:42am Teams did not let this app write in the channel.", StringComparison.Ordinal));
    });

    [Fact]
    public Task Blocked_by_a_specialist_the_lead_is_told_once() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Priya.Person.Blocked = true;
        await desk.StepAsync(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(5));
        await desk.EndAsync();
        Assert.Single(desk.Leah.Chat, m => m.Text.StartsWith($"{number}: at 10:42am Teams did not let this app write to somebody of DMB.", StringComparison.Ordinal));
    });
}
