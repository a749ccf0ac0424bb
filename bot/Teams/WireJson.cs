using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VstrsBot.Teams;

/// <summary>
/// JSON as it goes to Teams. Letters of every script stand as they are: six characters for each (\u0440) would make a long text, legal in
/// every form, a card that Teams refuses. It is application/json and never part of a page.
/// </summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToUtf8(JsonNode body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);
}
