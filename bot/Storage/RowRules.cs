using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>What every store refuses before it writes, so that no implementation is more forgiving than another.</summary>
internal static class RowRules
{
    public const int LongestKey = 200;
    public const int LargestValue = 60 * 1024;
    public const int MostChanges = 100;
    public const int LongestClaim = 4096;

    /// <summary>Values of one transaction together: written in base64 they stay well below the 4 MiB of Azure Tables.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <exception cref="ArgumentException">A key, a value or the batch breaks the rule of the port.</exception>
    public static void Check(IReadOnlyCollection<RowChange> changes)
    {
        if (changes.Count > MostChanges)
            throw new ArgumentException($"A transaction holds at most {MostChanges} changes; this one has {changes.Count}.", nameof(changes));

        if (changes.Sum(change => ValueOf(change)?.Length ?? 0) > MostBytes)
            throw new ArgumentException($"The values of one transaction are at most {MostBytes} bytes together.", nameof(changes));

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (!keys.Add(change.Key))
                throw new ArgumentException($"The key {change.Key} stands twice in one transaction.", nameof(changes));
            if (ValueOf(change) is { Length: > LargestValue } value)
                throw new ArgumentException($"The value of {change.Key} is {value.Length} bytes; the most is {LargestValue}.", nameof(changes));
            if (ClaimOf(change) is { Length: > LongestClaim })
                throw new ArgumentException($"The claim on {change.Key} is too long; the most is {LongestClaim} characters.", nameof(changes));
        }
    }

    /// <exception cref="ArgumentException">Not a key: empty, too long, or holding a character that Azure Tables refuses.</exception>
    public static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > LongestKey)
            throw new ArgumentException($"A key has at most {LongestKey} characters; this one has {key.Length}.", nameof(key));

        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] is '/' or '\\' or '#' or '?' || char.IsControl(key[at]))
                throw new ArgumentException($"A key cannot hold the character U+{(int)key[at]:X4}.", nameof(key));
            if (!char.IsSurrogate(key[at]))
                continue;
            if (!char.IsSurrogatePair(key, at))
                throw new ArgumentException("A key cannot hold half a character.", nameof(key));
            at++;
        }
    }

    private static byte[]? ValueOf(RowChange change) => change switch
    {
        RowChange.Add add => add.Value,
        RowChange.Replace replace => replace.Value,
        RowChange.Put put => put.Value,
        _ => null,
    };

    private static string? ClaimOf(RowChange change) => change switch
    {
        RowChange.Add add => add.Claim,
        RowChange.SetClaim claim => claim.Claim,
        _ => null,
    };
}
