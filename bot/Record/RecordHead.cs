using System.Text.Json;
using System.Text.Json.Serialization;

namespace VstrsBot.Record;

/// <summary>How far a chain goes. Stands in the row that guards the chain as the member <c>"head":{"seq":n,"mac":"…"}</c>.</summary>
/// <param name="Seq">Lines in the chain.</param>
/// <param name="Mac">The MAC of the last line, base64.</param>
internal sealed record RecordHead(
    [property: JsonPropertyName("seq")] long Seq,
    [property: JsonPropertyName("mac")] string Mac)
{
    /// <summary>Of a chain without lines: 32 zero bytes stand before its first.</summary>
    public static RecordHead None { get; } = new(0, Convert.ToBase64String(new byte[RecordSeal.Length]));

    /// <summary>The member <c>head</c> of a guarding row, or null when there is none that can be read.</summary>
    public static RecordHead? Find(ReadOnlyMemory<byte> row)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("head", out var head)
                && head.Deserialize<RecordHead>() is { Seq: >= 0, Mac: not null } found ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
