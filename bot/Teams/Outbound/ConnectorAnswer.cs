using System.Net.Http.Headers;
using System.Text.Json;

namespace VstrsBot.Teams.Outbound;

/// <summary>What Teams answered, read once.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON object answered; null when empty or something else.</param>
/// <param name="RetryAfter">How long Teams asks to wait.</param>
internal sealed record ConnectorAnswer(int Status, JsonElement? Body, TimeSpan? RetryAfter)
{
    private const int LongestCode = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Reads the answer.</summary>
    public static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken ct)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        return new ConnectorAnswer((int)response.StatusCode, ObjectOf(bytes), WaitOf(response.Headers.RetryAfter, now));
    }

    /// <summary>A text member of the answer; null when missing, empty or no text.</summary>
    public string? Text(string name) => Body is { } body ? TextOf(body, name) : null;

    /// <summary>The refusal as whoever called must know it.</summary>
    public ConnectorException ToException() => new(Status, ErrorCode(), ambiguous: Status >= 500, RetryAfter);

    /// <summary>A text member of an object; null when missing, empty or no text.</summary>
    public static string? TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? text : null;

    private static JsonElement? ObjectOf(byte[] bytes)
    {
        try
        {
            return bytes.Length > 0 && JsonElement.Parse(bytes) is { ValueKind: JsonValueKind.Object } body ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? WaitOf(RetryConditionHeaderValue? header, DateTimeOffset now) => (header?.Delta ?? (header?.Date - now)) switch
    {
        null => null,
        { Ticks: < 0 } => TimeSpan.Zero,
        { } wait => wait < LongestWait ? wait : LongestWait,
    };

    // The code goes into logs: only a plain word may.
    private string ErrorCode() =>
        Body is { } body
        && body.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object
        && TextOf(error, "code") is { Length: <= LongestCode } code
        && code.All(char.IsAsciiLetterOrDigit)
            ? code
            : "NoCode";
}
