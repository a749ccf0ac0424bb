using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP2: the on-duty specialist is mentioned in the channel and messaged 1:1; the notification is meaningful and impersonal.</summary>
public sealed class RP2_PingTests
{
    [Fact]
    public Task The_channel_card_mentions_them_by_an_entity_whose_text_stands_in_it() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        var create = Assert.Single(desk.Teams.Transcript.Creates, create => create.Conversation == desk.Teams.Tenant.DmbChannelId);
        var entity = Assert.Single(create.Card!["msteams"]!["entities"]!.AsArray())!;
        Assert.Equal("mention", (string?)entity["type"]);
        Assert.Equal("<at>Priya Shah</at>", (string?)entity["text"]);
        Assert.Equal(desk.Priya.Person.ObjectId.ToString(), (string?)entity["mentioned"]!["id"]);
        Assert.Contains("<at>Priya Shah</at>, can you take", create.Card!["body"]!.ToJsonString().Replace("\\u003C", "<").Replace("\\u003E", ">"), StringComparison.Ordinal);
        Assert.Empty(desk.Amir.Alerts);
    });

    [Fact]
    public Task They_are_rung_in_the_channel_and_in_their_own_chat_with_the_same_words() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var rung = desk.Priya.Alerts.Where(alert => alert.Text.Contains(number, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, rung.Count);
        Assert.All(rung, alert => Assert.Equal($"VSTRS handoff {number}: Court action, pre-enforcement. Can you take it?", alert.Text));
        Assert.Single(rung, alert => alert.ConversationId == desk.Priya.Person.ChatId);
        var ping = Assert.Single(desk.Teams.Transcript.Sends, send => send.Card?["refresh"]?["userIds"]?.AsArray().Any(id => (string?)id == desk.Priya.Person.Mri) == true);
        Assert.True((bool?)ping.Body!["channelData"]?["notification"]?["alert"]);
        Assert.Equal(desk.Priya.Person.Mri, (string?)ping.Card!["msteams"]!["entities"]![0]!["mentioned"]!["id"]);
    });

    [Fact]
    public Task The_ping_says_the_number_what_it_is_about_and_that_a_caller_waits() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var ping = desk.Priya.Newest("Accept");
        Assert.StartsWith("Waiting for a specialist. No authority to disclose.", ping.Text, StringComparison.Ordinal);
        Assert.Contains($"@Priya Shah, can you take {number}?", ping.Text, StringComparison.Ordinal);
        Assert.Contains("Court action, debt stage pre-enforcement, from Citizens Advice through VSTRS.", ping.Text, StringComparison.Ordinal);
        Assert.Contains("A caller is on hold.", ping.Text, StringComparison.Ordinal);
        Assert.Equal(["Accept", "I can't take it"], ping.Buttons);
    });

    [Fact]
    public Task Every_message_of_a_whole_handoff_has_a_summary_that_names_no_customer() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(16));
        await desk.EndAsync();

        foreach (var request in desk.Teams.Transcript.Creates.Concat(desk.Teams.Transcript.Sends).Concat(desk.Teams.Transcript.Updates))
        {
            if ((request.Body?["activity"] ?? request.Body)?["type"] is null)
                continue;
            var summary = (string?)(request.Body!["activity"] ?? request.Body)["summary"] ?? (string?)(request.Body["activity"] ?? request.Body)["text"];
            Assert.False(string.IsNullOrWhiteSpace(summary), request.Body.ToJsonString());
            Assert.DoesNotContain("OFFICIAL", summary, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("AUTHORITY LIVE", summary, StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public Task Those_asked_later_are_messaged_and_rung_too() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var number = await desk.PostAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(5));
        Assert.Single(desk.Amir.Alerts, alert => alert.Text == $"VSTRS handoff {number}: Court action, pre-enforcement. Can you take it?");
    });
}
