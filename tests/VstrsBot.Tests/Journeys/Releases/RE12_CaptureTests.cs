using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>RE12: what the next release must be able to read is kept with the tests.</summary>
public sealed class RE12_CaptureTests
{
    /// <summary>
    /// Writes the capture where CAPTURE_RELEASE is set. Where it is not: what this release stores has the form that was captured last, so a form
    /// that changes is seen here before it is released.
    /// </summary>
    [Fact]
    public Task This_release_stores_rows_of_the_form_that_was_captured_last() => Desk.PlayAsync(also: Capture.Also, journey: async desk =>
    {
        var taken = await Capture.TakeAsync(desk);
        if (Environment.GetEnvironmentVariable("CAPTURE_RELEASE") is { Length: > 0 })
            taken.Write();
        Assert.Equal(FormOf(CapturedRelease.Read(CapturedRelease.All[^1])), FormOf(taken));
        await desk.SettleAsync();
    });

    /// <summary>Every kind of row with the path of each member that stands in some row of that kind, and the schema.</summary>
    private static IEnumerable<string> FormOf(CapturedRelease captured) =>
        captured.Schema.Concat(captured.Rows.SelectMany(row => MembersOf(row).Select(member => $"{row.Key[..2]}{member}")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<string> MembersOf(CapturedRow row) =>
        [.. Paths(row.Text is ['{', ..] ? JsonNode.Parse(row.Text) : null), .. row.Claim is { } claim ? Paths(JsonNode.Parse(claim)).Select(path => $" claim {path}") : []];

    private static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Paths(member.Value).Select(path => $".{member.Key}{path}")),
        JsonArray many => many.SelectMany(item => Paths(item).Select(path => $"[]{path}")).DefaultIfEmpty("[]"),
        _ => [""],
    };
}
