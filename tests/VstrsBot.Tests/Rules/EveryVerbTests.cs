using System.Text.Json.Nodes;
using VstrsBot.Tests.Cards;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary>Whatever stands on a button is answered by the real bot.</summary>
public sealed class EveryVerbTests
{
    [Fact]
    public Task Every_verb_has_somebody_who_handles_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        foreach (var verb in CardLint.ConstantsOf(typeof(VstrsBot.Cards.Verbs)))
        {
            var data = new JsonObject { ["handoff"] = number, ["surface"] = "authority", ["seesId"] = "not it", ["draft"] = "abc123" };
            var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };
            foreach (var person in new[] { desk.Tom, desk.Priya, desk.Leah })
            {
                var answer = await person.RawInvokeAsync("adaptiveCard/action", value);
                Assert.True(answer is { Status: 200, WentWrong: false } && !answer.Text.Contains("not known here", StringComparison.Ordinal), $"{verb} by {person.Person.Name}: {answer.Text}");
            }
        }
    });
}
