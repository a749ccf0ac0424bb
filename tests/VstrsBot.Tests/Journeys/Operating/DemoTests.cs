using TeamsStandIn.Demo;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>What <c>./run --demo</c> starts once it has built both programs.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_plays_a_whole_handoff_and_says_that_the_banner_came_and_went()
    {
        using var folder = new TemporaryFolder();
        var output = new StringWriter();
        var exit = await DemoVerb.RunAsync(typeof(BotSettings).Assembly.Location, folder.File("demo"), restarts: false, output, TestContext.Current.CancellationToken);
        Assert.True(exit == 0, output.ToString());
        Assert.Contains("AUTHORITY LIVE", output.ToString(), StringComparison.Ordinal);
    }
}
