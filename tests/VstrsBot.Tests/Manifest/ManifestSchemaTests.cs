using System.Text.Json.Nodes;
using NJsonSchema;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>The packed manifest against Microsoft's own schema, and by Microsoft's own tool; neither leaves the machine.</summary>
public sealed class ManifestSchemaTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_packed_manifest_meets_the_official_schema() => Assert.Empty(await FaultsAsync(Packed.Manifest()));

    [Theory]
    [InlineData("/bots/0/scopes/0", "everywhere")]
    [InlineData("/id", "not a guid")]
    [InlineData("/accentColor", "green")]
    [InlineData("/composeExtensions/0/commands/0/title", "A title that is longer than the schema lets it be")]
    [InlineData("/permissions/0", "everything")]
    [InlineData("/description/short", "A short description that goes on and on, well past the eighty characters that it may have")]
    public async Task The_schema_finds_what_is_wrong(string pointer, string value) => Assert.NotEmpty(await FaultsAsync(With(pointer, value)));

    [Fact]
    public async Task Microsofts_tool_validates_it_offline()
    {
        var ran = await Toolkit.ValidateAsync(Packed.Manifest(), Ct);
        Assert.True(ran.Exit == 0 && ran.Said.Contains("All passed", StringComparison.Ordinal), ran.Said);
    }

    [Fact]
    public async Task Microsofts_tool_finds_what_is_wrong_and_is_let_to_no_other_machine()
    {
        var ran = await Toolkit.ValidateAsync(With("/description/short", new string('x', 81)), Ct);
        Assert.True(ran.Exit == 1 && ran.Said.Contains("must NOT have more than 80 characters", StringComparison.Ordinal), ran.Said);

        // Even with its telemetry off the tool calls out; were nothing refused, the guard would not be in place.
        Assert.Contains("Refused: a connection to", ran.Errors, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(string manifest) =>
        (await JsonSchema.FromJsonAsync(await Toolkit.SchemaAsync(Ct), Ct)).Validate(manifest).Select(fault => fault.ToString());

    private static string With(string pointer, string value)
    {
        var manifest = Packed.Json();
        JsonNode node = manifest;
        foreach (var step in pointer.Split('/').Skip(1))
            node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        node.ReplaceWith(value);
        return manifest.ToJsonString();
    }
}
