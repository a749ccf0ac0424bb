using System.Text.Json;
using System.Text.Json.Nodes;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>Whatever is written to a log by mistake says nothing.</summary>
public sealed class NothingToLogTests
{
    public static TheoryData<string> Texts =>
    [
        new Activity { Type = "message", Text = "canary", Value = JsonElement.Parse("\"canary\"") }.ToString(),
        new CardAction("canary", new Dictionary<string, string>(StringComparer.Ordinal) { ["canary"] = "canary" }, IsAutomatic: false).ToString(),
        InvokeResponse.Message("canary").ToString(),
        new OutgoingActivity.Words("canary") { Summary = "canary" }.ToString(),
        new OutgoingActivity.Card(new JsonObject { ["canary"] = true }, "canary").ToString(),
        new ConnectorException(500, "ServiceError", ambiguous: true).ToString(),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_people_said_does_not_stand_in_it(string text) => Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
}
