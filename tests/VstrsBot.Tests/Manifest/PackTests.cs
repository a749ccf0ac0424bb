using System.Text.Json.Nodes;
using VstrsBot.Manifest;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>DE2: the package is built by a command, and says the same each time.</summary>
public sealed class PackTests
{
    private const string Outputs = """
        { "teamsApp": { "type": "Object", "value": {
            "botId": "22222222-3333-4444-8555-666666666666", "nameSuffix": " (dev)", "developerName": "Desk support",
            "websiteUrl": "https://desk.example/help", "privacyUrl": "https://desk.example/privacy", "termsUrl": "https://desk.example/terms" } },
          "siteName": { "type": "String", "value": "vstrs" } }
        """;

    private static readonly string[] GivenByHand =
    [
        "--bot-id", Packed.Values.BotId, "--developer", Packed.Values.DeveloperName,
        "--website", Packed.Values.WebsiteUrl, "--privacy", Packed.Values.PrivacyUrl, "--terms", Packed.Values.TermsUrl,
    ];

    [Fact]
    public void The_zip_holds_the_manifest_and_both_icons_at_its_root_and_nothing_else()
    {
        using var zip = Packed.Open(AppPackage.Build(Packed.Values));
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        foreach (var icon in AppPackage.IconNames)
            Assert.Equal(new FileInfo(Repository.File($"manifest/{icon}")).Length, zip.GetEntry(icon)!.Length);
    }

    [Fact]
    public void The_same_values_give_the_same_bytes_whenever_it_is_built()
    {
        Assert.Equal(AppPackage.Build(Packed.Values), AppPackage.Build(Packed.Values));
        using var zip = Packed.Open(AppPackage.Build(Packed.Values));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Only_what_was_left_open_differs_from_the_template()
    {
        var filled = Packed.Values.ByName.Aggregate(AppPackage.Template, (text, value) => text.Replace($"${{{{{value.Key}}}}}", value.Value, StringComparison.Ordinal));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(filled), Packed.Json()));
        Assert.DoesNotContain("${{", Packed.Manifest(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bot_is_the_one_named_and_the_app_has_its_id_unless_another_is_given()
    {
        Assert.Equal(Packed.Values.BotId, (string?)Packed.Json()["bots"]![0]!["botId"]);
        Assert.Equal(Packed.Values.BotId, (string?)Packed.Json()["composeExtensions"]![0]!["botId"]);
        Assert.Equal(Packed.Values.BotId, (string?)Packed.Json()["id"]);

        const string Own = "33333333-3333-4444-8555-666666666666";
        Assert.Equal(Own, (string?)Packed.Json(Packed.Values with { TeamsAppId = Own })["id"]);
    }

    [Fact]
    public void The_outputs_of_the_deployment_are_enough()
    {
        var name = Packed.Json(AppValues.FromOutputs(Outputs))["name"]!;
        Assert.Equal("VSTRS handoff (dev)", (string?)name["short"]);
    }

    [Fact]
    public void A_template_that_names_what_is_not_given_is_refused() =>
        Assert.Throws<PackException>(() => ManifestTemplate.Fill("""{ "id": "${{SOMETHING}}" }""", Packed.Values.ByName));

    [Theory]
    [InlineData("""{ "botId": "K7F3" }""")]
    [InlineData("""{ "botId": "00000000-0000-0000-0000-000000000000" }""")]
    [InlineData("""{ "teamsAppId": "K7F3" }""")]
    [InlineData("""{ "developerName": "" }""")]
    [InlineData("""{ "developerName": "A name of more than the 32 that fit" }""")]
    [InlineData("""{ "nameSuffix": " of a very long place" }""")]
    [InlineData("""{ "websiteUrl": "http://desk.example" }""")]
    [InlineData("""{ "privacyUrl": "desk.example" }""")]
    [InlineData("""{ "termsUrl": "" }""")]
    public void What_cannot_stand_in_a_manifest_is_refused(string changed)
    {
        var outputs = JsonNode.Parse(Outputs)!;
        foreach (var (name, value) in JsonNode.Parse(changed)!.AsObject())
            outputs["teamsApp"]!["value"]![name] = value!.DeepClone();
        Assert.Throws<PackException>(() => AppValues.FromOutputs(outputs.ToJsonString()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    public void Other_files_are_no_outputs(string text) =>
        Assert.Contains("properties.outputs", Assert.Throws<PackException>(() => AppValues.FromOutputs(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_command_writes_the_package()
    {
        using var folder = new TemporaryFolder();
        var outputs = folder.File("outputs.json");
        await File.WriteAllTextAsync(outputs, Outputs, TestContext.Current.CancellationToken);
        Assert.Equal(0, await PackCommand.RunAsync(["--outputs", outputs, "--to", folder.File("one.zip")]));
        Assert.Equal(0, await PackCommand.RunAsync([.. GivenByHand, "--to", folder.File("two.zip"), "--after", "0.9.9"]));

        Assert.Equal(AppPackage.Build(AppValues.FromOutputs(Outputs)), await File.ReadAllBytesAsync(folder.File("one.zip"), TestContext.Current.CancellationToken));
        Assert.Equal(AppPackage.Build(Packed.Values), await File.ReadAllBytesAsync(folder.File("two.zip"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("1000.0.0")]
    [InlineData("1.0")]
    [InlineData("today")]
    public async Task A_version_that_would_not_rise_is_refused(string after)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, await PackCommand.RunAsync([.. GivenByHand, "--to", folder.File("app.zip"), "--after", after]));
        Assert.False(File.Exists(folder.File("app.zip")));
    }

    [Fact]
    public async Task The_version_in_Teams_now_is_refused()
    {
        using var folder = new TemporaryFolder();
        var now = ManifestTemplate.VersionOf(AppPackage.Template).ToString();
        Assert.Equal(2, await PackCommand.RunAsync([.. GivenByHand, "--to", folder.File("app.zip"), "--after", now]));
    }
}
