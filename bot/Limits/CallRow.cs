using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Limits;

/// <summary>The row <c>b|</c> of one conversation, or of the tenant: when the last calls were, and how many there were in each minute before.</summary>
internal sealed class CallRow
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Value Nothing = new(0, [], []);

    private readonly string key;
    private readonly string? tag;
    private readonly Value value;

    private CallRow(string name, TeamsLimit[] limits, string key, string? tag, Value value) =>
        (Name, Limits, this.key, this.tag, this.value) = (name, limits, key, tag, value);

    public string Name { get; }

    public TeamsLimit[] Limits { get; }

    /// <summary>The number of the last call.</summary>
    public long No => value.No;

    /// <summary>As many as the short limits count.</summary>
    public (long No, DateTimeOffset At)[] Last =>
        [.. value.At.Select((at, place) => (value.No - value.At.Length + 1 + place, DateTimeOffset.FromUnixTimeMilliseconds(at)))];

    /// <summary>The calls before, by minute: none of them was later than said.</summary>
    public (DateTimeOffset Before, int Count)[] Earlier =>
        [.. value.Minutes.Select(minute => (DateTimeOffset.UnixEpoch + (Minute * (minute[0] + 1)), (int)minute[1]))];

    public static async Task<CallRow> ReadAsync(IHandoffStore store, RowMemo<Value> memo, string name, TeamsLimit[] limits, CancellationToken ct)
    {
        var place = RowKeys.Calls(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)), 0, 16));
        var row = await store.FindAsync(place, ct);
        return new CallRow(name, limits, place, row?.Tag, row is null ? Nothing : Known(memo.Find(row)));
    }

    /// <summary>When the last call of a row was; null where this release cannot tell.</summary>
    public static DateTimeOffset? LastOf(Row row) => Known(HandoffJson.Find<Value>(row)).At is [.., var last] ? DateTimeOffset.FromUnixTimeMilliseconds(last) : null;

    /// <summary>The row with one more call.</summary>
    public RowChange Plus(DateTimeOffset now)
    {
        // Rounded up: a call never reads as earlier than it was.
        var at = (now + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1)).ToUnixTimeMilliseconds();
        var exactly = Limits.Where(limit => limit.Within < Minute).Max(limit => limit.Most);
        var tooMany = Math.Max(0, value.At.Length - (exactly - 1));
        var next = HandoffJson.Write(new Value(value.No + 1, [.. value.At.AsSpan(tooMany), at], Minutes(now, value.At[..tooMany])));
        return tag is null ? new RowChange.Add(key, next) : new RowChange.Replace(key, next, tag);
    }

    /// <summary>Nobody has called since.</summary>
    public async Task<bool> StandsAsync(IHandoffStore store, CancellationToken ct) => (await store.FindAsync(key, ct))?.Tag == tag;

    /// <summary>A row that cannot be read must not stop what is sent: counting begins anew.</summary>
    private static Value Known(Value? read) => read is { At: not null, Minutes: not null } && read.Minutes.All(minute => minute is [_, _]) ? read : Nothing;

    private long[][] Minutes(DateTimeOffset now, long[] more)
    {
        var longest = Limits.Max(limit => limit.Within);
        var oldest = (now - longest - Minute).ToUnixTimeSeconds() / 60;
        return longest < Minute ? [] : [.. value.Minutes
            .Concat(more.Select(at => new[] { at / (long)Minute.TotalMilliseconds, 1L }))
            .Where(minute => minute[0] >= oldest)
            .GroupBy(minute => minute[0])
            .Select(minute => new[] { minute.Key, minute.Sum(part => part[1]) })];
    }

    /// <param name="No">Counts every call.</param>
    /// <param name="At">The last ones, in milliseconds since 1970.</param>
    /// <param name="Minutes">Those before: the minute since 1970, and how many.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    internal sealed record Value(long No, long[] At, long[][] Minutes);
}
