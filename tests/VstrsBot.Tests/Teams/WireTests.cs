using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>What Teams sends is read and written again without loss, whatever else stands in it.</summary>
public sealed class WireTests
{
    public static TheoryData<string> Payloads => [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task A_payload_is_kept_whole(string file)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder(), file), TestContext.Current.CancellationToken);

        var activity = ActivityJson.TryRead(bytes);

        Assert.NotNull(activity);
        var written = JsonSerializer.SerializeToNode(activity, ActivityJson.Default.Activity);
        Assert.True(JsonNode.DeepEquals(WithoutNulls(JsonNode.Parse(bytes)), WithoutNulls(written)), written!.ToJsonString());
    }

    [Fact]
    public void The_payloads_cover_every_kind_the_bot_looks_at()
    {
        var kinds = Directory.GetFiles(Folder(), "*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!)
            .Select(node => node["name"]?.GetValue<string>() ?? node["type"]!.GetValue<string>())
            .Distinct(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                ActivityTypes.Message, ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate,
                InvokeNames.CardAction, InvokeNames.TaskFetch, InvokeNames.TaskSubmit, InvokeNames.ExtensionFetchTask, InvokeNames.ExtensionSubmit,
            },
            new HashSet<string>(kinds, StringComparer.Ordinal));
    }

    // Absent and null mean the same to Teams.
    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray items => new JsonArray([.. items.Where(item => item is not null).Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Wire");
}
