using Xunit;

namespace VstrsBot.Tests.Journeys.Words;

/// <summary>PR6: whoever asks for help is told plainly that the copies Teams keeps are out of the app's reach.</summary>
public sealed class PR6_TeamsKeepsCopiesTests
{
    [Theory]
    [InlineData("Tom Reed")]
    [InlineData("Priya Shah")]
    [InlineData("Leah Brooks")]
    public Task Help_says_so(string who) => Desk.PlayAsync(async desk =>
    {
        var person = desk.Teams.As(who);
        await person.SayAsync("help");
        Assert.Contains(
            "Teams keeps its own copies of messages. Those copies are out of this app's reach: it cannot find or delete them.",
            person.Chat[^1].Text, StringComparison.Ordinal);
    });
}
