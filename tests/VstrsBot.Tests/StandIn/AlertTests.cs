using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

public sealed class AlertTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_flag_rings_the_person_with_the_summary_or_says_a_card_was_sent()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);

        await desk.Connector.SendAsync(chat, Cards.Message(Cards.Saying("quiet"), "Quiet"), Ct);
        await desk.Connector.SendAsync(chat, Cards.Message(Cards.Saying("loud"), "Call taken").Alerting(), Ct);
        await desk.Connector.SendAsync(chat, Cards.Message(Cards.Saying("loud")).Alerting(), Ct);

        Assert.Equal(["Call taken", "Sent a card"], desk.Teams.As("Tom Reed").Alerts.Select(a => a.Text));
    }

    [Fact]
    public async Task A_mention_rings_a_member_of_the_channel_and_nobody_else()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var card = Cards.Saying("<at>Priya Shah</at> and <at>Tom Reed</at>, can you take it?");
        card["msteams"] = new JsonObject { ["entities"] = new JsonArray(Mention("Priya Shah"), Mention("Tom Reed"), Mention("Amir Khan")) };

        await desk.Connector.ThreadAsync(Cards.Message(card, "Can you take it?"), Ct);

        Assert.Equal("Can you take it?", Assert.Single(desk.Teams.As("Priya Shah").Alerts).Text);
        Assert.Empty(desk.Teams.As("Tom Reed").Alerts); // not in the team
        Assert.Empty(desk.Teams.As("Amir Khan").Alerts); // not in the text

        JsonObject Mention(string name) => new()
        {
            ["type"] = "mention",
            ["text"] = $"<at>{name}</at>",
            ["mentioned"] = new JsonObject { ["id"] = desk.Teams.Tenant.Person(name).ObjectId.ToString(), ["name"] = name },
        };
    }

    [Fact]
    public async Task An_update_rings_nobody()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        var sent = await desk.Connector.SendAsync(chat, Cards.Text("one"), Ct);

        await desk.Connector.UpdateAsync(chat, sent.Id, Cards.Text("two").Alerting(), Ct);

        Assert.Empty(desk.Teams.Tenant.Alerts);
    }
}
