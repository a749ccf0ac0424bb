using TeamsStandIn.Clients;
using VstrsBot.Handlers;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>What Teams offers to type or open is what the real bot answers.</summary>
public sealed class CommandListTests
{
    [Fact]
    public Task Every_command_offered_in_a_chat_does_something() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await AssertAnsweredAsync("personal", number, text => SayAsync(desk, desk.Leah, text));
    });

    [Fact]
    public Task Every_command_offered_in_the_channel_does_something() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await AssertAnsweredAsync("team", number, text => SayInChannelAsync(desk, desk.Leah, text));
    });

    [Fact]
    public void The_form_is_opened_under_the_id_that_the_bot_answers() => Assert.Equal(
        [DialogHandler.HandoffCommand],
        Packed.Json()["composeExtensions"]!.AsArray().SelectMany(extension => extension!["commands"]!.AsArray()).Select(command => (string?)command!["id"]));

    [Fact]
    public void No_list_is_longer_than_Teams_shows() => Assert.All(
        Packed.Json()["bots"]![0]!["commandLists"]!.AsArray(), list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 12));

    private static async Task AssertAnsweredAsync(string scope, string number, Func<string, Task<string>> say)
    {
        var help = await say("gibberish");
        foreach (var (title, about) in Offered(scope))
        {
            var text = about.Contains($": {title} K7F3", StringComparison.Ordinal) ? $"{title} {number}" : title;
            var answer = await say(text);
            Assert.True(answer.Length > 0 && answer == help == (title == "help"), $"{text}: {answer}");
        }
    }

    private static IEnumerable<(string Title, string About)> Offered(string scope) =>
        from list in Packed.Json()["bots"]![0]!["commandLists"]!.AsArray()
        where list!["scopes"]!.AsArray().Any(named => (string?)named == scope)
        from command in list["commands"]!.AsArray()
        select ((string)command!["title"]!, (string)command["description"]!);

    private static async Task<string> SayAsync(Desk desk, PersonClient who, string text)
    {
        await who.SayAsync(text);
        await desk.SettleAsync();
        return who.Chat[^1].Text;
    }

    private static async Task<string> SayInChannelAsync(Desk desk, PersonClient who, string text)
    {
        await who.SayInChannelAsync(text);
        await desk.SettleAsync();
        return who.Channel[^1].Text;
    }
}
