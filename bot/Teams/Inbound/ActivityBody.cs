using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace VstrsBot.Teams.Inbound;

/// <summary>Reads the body once, no longer than allowed.</summary>
internal static class ActivityBody
{
    /// <summary>True for application/json in UTF-8, not compressed.</summary>
    public static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The body, or null when it is longer than <paramref name="limit"/> bytes; then the rest is left unread.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit) return null;

        var read = await request.BodyReader.ReadAtLeastAsync(limit + 1, ct);
        var body = read.Buffer.Length <= limit ? read.Buffer.ToArray() : null;
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }
}
