using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TeamsStandIn.Tenant;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>A desk in the middle of its calls as one release left it: every row of the store as it stood, and the pretend Teams beside it.</summary>
/// <param name="Release">The version in the app's manifest.</param>
/// <param name="At">The moment of the capture.</param>
/// <param name="Origin">Where the pretend Teams listened then: the one text in the rows that is put right when they are loaded.</param>
/// <param name="Partition">The desk.</param>
/// <param name="Schema">What makes the embedded store's file.</param>
/// <param name="LastTag">The last tag the embedded store gave.</param>
/// <param name="Numbers">The handoff in each state, by its name.</param>
/// <param name="Posted">The submission that posted the live one, as Teams delivered it.</param>
internal sealed record CapturedRelease(
    string Release, DateTimeOffset At, string Origin, string Partition, IReadOnlyList<string> Schema, long LastTag,
    IReadOnlyDictionary<string, string> Numbers, IReadOnlyList<CapturedRow> Rows, TenantCopy Teams, JsonObject Posted)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Every release that was captured.</summary>
    public static IReadOnlyList<string> All => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.File("tests/VstrsBot.Tests/Journeys/Releases");

    public static CapturedRelease Read(string release) => JsonSerializer.Deserialize<CapturedRelease>(File.ReadAllText(PathOf(release)), Form)!;

    public void Write() => File.WriteAllText(PathOf(Release), JsonSerializer.Serialize(this, Form) + "\n");

    private static string PathOf(string release) => Path.Combine(Folder, $"{release}.json");
}

/// <summary>One row.</summary>
/// <param name="Text">What stands in it, character by character; null where that is no text.</param>
/// <param name="Bytes">What stands in it where that is no text.</param>
/// <param name="Claim">What the pump wrote on it.</param>
/// <param name="Tag">In the embedded store.</param>
internal sealed record CapturedRow(string Key, string? Text, byte[]? Bytes, string? Claim, long Tag)
{
    /// <summary>The bytes as they stood, but for where Teams listens.</summary>
    public byte[] Value(string origin, string now) =>
        Text is null ? Bytes! : System.Text.Encoding.UTF8.GetBytes(Text.Replace(origin, now, StringComparison.Ordinal));
}
