using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN2: the end is also a new message, in the thread and to both people.</summary>
public sealed class EN2_TheEndIsSaidTests
{
    [Fact]
    public Task A_reply_in_the_thread_and_a_message_to_each() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var thread = desk.CardOf(number, "channel").ConversationId;
        var alerts = (Priya: desk.Priya.Alerts.Count, Tom: desk.Tom.Alerts.Count);
        await desk.EndAsync();

        var words = $"{number}: authority ended at 10:41am.";
        Assert.Equal(words, desk.Amir.Channel.Last(m => m.ConversationId == thread).Text);
        Assert.Single(desk.Priya.Chat, m => m.Text == words);
        Assert.Single(desk.Tom.Chat, m => m.Text == words);
        Assert.Contains(desk.Priya.Alerts.Skip(alerts.Priya), alert => alert.Text == words);
        Assert.Contains(desk.Tom.Alerts.Skip(alerts.Tom), alert => alert.Text == words);
    });

    [Fact]
    public Task An_end_by_lease_says_that_no_card_is_to_be_relied_on() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        await desk.StartAsync();
        await desk.SettleAsync();
        var words = $"{number}: authority ended at 10:44am. This service could no longer confirm it. Do not rely on any card.";
        Assert.Single(desk.Priya.Chat, m => m.Text == words);
        Assert.Single(desk.Tom.Chat, m => m.Text == words);
        Assert.Single(desk.Amir.Channel, m => m.Text == words);
    });

    [Fact]
    public Task It_is_said_once_however_often_the_end_is_pressed() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        await desk.Priya.RawPressAsync("endCall", Steps.Press(number, "authority"));
        await desk.RestartAsync();
        await desk.SettleAsync();
        Assert.Equal(3, desk.Teams.Transcript.Sends.Count(r => (string?)r.Body?["text"] == $"{number}: authority ended at 10:41am."));
    });
}
