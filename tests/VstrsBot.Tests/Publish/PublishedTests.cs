using System.Net;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Publish;

/// <summary>What is published runs where there is next to nothing: no rights, no environment, no culture data, no zones.</summary>
public sealed class PublishedTests(Published published) : IClassFixture<Published>
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(60); // what app.bicep gives it

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_in_Production_as_nobody_and_stops_cleanly_when_told()
    {
        using var nobody = new Nobody();
        var address = await nobody.StartAsync(Path.Combine(published.Container, "VstrsBot"), Ct);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("healthz", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("api/messages", UriKind.Relative), new StringContent("{}"), Ct)).StatusCode);
        Assert.DoesNotContain("libicu", await File.ReadAllTextAsync($"/proc/{nobody.Id}/maps", Ct), StringComparison.Ordinal);
        Assert.Contains("Uid:\t65534", IfRoot(await File.ReadAllTextAsync($"/proc/{nobody.Id}/status", Ct)), StringComparison.Ordinal);

        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        bounded.CancelAfter(StopsWithin);
        Assert.Equal(0, await nobody.StopAsync(bounded.Token));
        Assert.Contains("vstrsbot.db", Directory.EnumerateFiles(nobody.Data).Select(Path.GetFileName));
    }

    [Fact]
    public void It_is_compiled_ahead() => Assert.All((string[])[published.Container, published.Zip], folder =>
    {
        using var file = File.OpenRead(Path.Combine(folder, "VstrsBot.dll"));
        using var program = new PEReader(file);
        Assert.NotEqual(0, program.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    });

    [Fact]
    public void The_runtime_that_comes_with_the_container_is_the_floor_and_Azure_may_give_none_below_it()
    {
        Assert.All(Frameworks(published.Container, "includedFrameworks"), version => Assert.Equal(RuntimeFloor.Oldest.ToString(), version));
        Assert.All(Frameworks(published.Zip, "frameworks"), version => Assert.Equal(RuntimeFloor.Oldest.ToString(), version));
    }

    [Fact]
    public async Task A_runtime_below_the_floor_does_not_start_it()
    {
        var ran = await Programs.RunAsync("dotnet", [Path.Combine(published.Zip, "VstrsBot.dll"), "--help"], published.Zip, Ct);
        Assert.Equal(Environment.Version >= RuntimeFloor.Oldest, ran.Exit == 0);
        Assert.Equal(Environment.Version < RuntimeFloor.Oldest, ran.Said.Contains(RuntimeFloor.Oldest.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_a_desk_or_of_the_tests_is_published() => Assert.All((string[])[published.Container, published.Zip], folder => Assert.DoesNotContain(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)), name =>
            name.EndsWith(".db", StringComparison.Ordinal) || name.EndsWith(".key", StringComparison.Ordinal) || name.StartsWith("appsettings", StringComparison.Ordinal)
            || name == "vstrsbot.json" || name.Contains("xunit", StringComparison.Ordinal) || name.Contains("StandIn", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal)));

    private static IEnumerable<string> Frameworks(string folder, string named)
    {
        var options = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "VstrsBot.runtimeconfig.json")))!["runtimeOptions"]!;
        Assert.True((bool)options["configProperties"]!["System.Globalization.Invariant"]!);
        return options[named]!.AsArray().Select(framework => (string)framework!["version"]!);
    }

    private static string IfRoot(string status) => Environment.IsPrivilegedProcess ? status : "Uid:\t65534";
}
