using VstrsBot.Doctor;
using VstrsBot.Teams;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Publish;

/// <summary>G27: in Production an old runtime stops the start, with what to do.</summary>
public sealed class RuntimeFloorTests
{
    [Fact]
    public void A_runtime_at_the_floor_or_above_may_serve()
    {
        Assert.Null(RuntimeFloor.WhyNot(RuntimeFloor.Oldest));
        Assert.Null(RuntimeFloor.WhyNot(new Version(RuntimeFloor.Oldest.Major, RuntimeFloor.Oldest.Minor, RuntimeFloor.Oldest.Build + 1)));
        Assert.Null(RuntimeFloor.WhyNot(new Version(11, 0, 0)));
    }

    [Fact]
    public void One_below_is_named_with_what_is_needed()
    {
        var why = RuntimeFloor.WhyNot(new Version(10, 0, 0));
        Assert.StartsWith($"The .NET runtime is 10.0.0; {RuntimeFloor.Oldest} or newer is needed", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true, Verdict.Good)]
    [InlineData(-1, true, Verdict.Bad)]
    [InlineData(-1, false, Verdict.Warn)]
    public void Doctor_says_what_it_would_do_in_Production(int newer, bool production, object expected) =>
        Assert.Equal(expected, ReleaseCheck.Runtime(new Version(RuntimeFloor.Oldest.Major, RuntimeFloor.Oldest.Minor, RuntimeFloor.Oldest.Build + newer), production).Verdict);

    [Fact]
    public async Task Doctor_names_the_Teams_app_that_goes_with_the_release()
    {
        List<string> said = [];
        await foreach (var found in new ReleaseCheck(production: false).LookAsync(TestContext.Current.CancellationToken))
            said.Add(found.Says);
        Assert.Contains(said, line => line.Contains(AppManifest.OfThisRelease.Version, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Serve_looks_at_it_in_Production_alone(string environment, bool looks)
    {
        using var folder = new TemporaryFolder();
        var ran = await Programs.RunAsync(
            "dotnet", [typeof(RuntimeFloor).Assembly.Location, "serve"], folder.Path, TestContext.Current.CancellationToken, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = environment });
        Assert.Equal(2, ran.Exit); // there are no settings
        Assert.Equal(looks && Environment.Version < RuntimeFloor.Oldest, ran.Errors.Contains("The .NET runtime", StringComparison.Ordinal));
    }
}
