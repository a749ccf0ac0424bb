using TeamsStandIn.Clients;
using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>AX4: call taken, warning and ended are each a new message as well as an edit, worded as a fact that stays true.</summary>
public sealed class AX4_NewMessagesTests
{
    [Fact]
    public Task The_call_taken_is_a_new_message_to_both() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var words = $"{number}: call taken at 10:41am. Read the authority card before you disclose.";
        foreach (var person in (PersonClient[])[desk.Tom, desk.Priya])
        {
            Assert.Single(person.Chat, m => m.Text == words);
            Assert.Single(person.Alerts, alert => alert.Text == words);
        }

        Assert.DoesNotContain(desk.Amir.Channel, m => m.Text == words);
    });

    [Fact]
    public Task Each_warning_is_a_new_message() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(90));
        Assert.Single(desk.Priya.Alerts, alert => alert.Text == $"{number}: Tom Reed is waiting. Check the SEES ID, or give it back.");
        await desk.CheckAsync(Desk.Code);
        await desk.StepAsync(TimeSpan.FromMinutes(4));
        Assert.Single(desk.Priya.Alerts, alert => alert.Text.Contains("the call was not taken yet", StringComparison.Ordinal));
        await desk.TakeAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(16.2));
        Assert.Equal(2, desk.Priya.Alerts.Count(alert => alert.Text.Contains("still on the call", StringComparison.Ordinal)));
    });

    [Fact]
    public Task No_message_outside_a_card_says_that_authority_is_live_or_that_something_is_so_now() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(16.5));
        await desk.Priya.SayAsync($"still {number}");
        await desk.Priya.SayAsync($"check {number}");
        await desk.EndAsync();
        await desk.Priya.SayAsync($"check {number}");

        var words = desk.Teams.Transcript.Sends.Select(r => (string?)r.Body!["text"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains(words, text => text.StartsWith($"{number}: authority ended at ", StringComparison.Ordinal));
        Assert.All(words, text => Assert.DoesNotMatch("(?i)authority (is )?live|may disclose|you can disclose", text));
        Assert.All(desk.Teams.Transcript.Requests.Select(r => (string?)(r.Body?["activity"] ?? r.Body)?["summary"]), summary => Assert.DoesNotMatch("(?i)live until|OFFICIAL", summary ?? ""));
    });
}
