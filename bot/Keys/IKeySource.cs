namespace VstrsBot.Keys;

/// <summary>Somewhere a desk's keys may come from: settings, a folder, a vault.</summary>
internal interface IKeySource
{
    /// <summary>The key, 32 bytes, or null when this source does not have it.</summary>
    /// <exception cref="KeyException">The source names the key but what is there cannot be used. Says which setting, never the value.</exception>
    Task<byte[]?> FindAsync(DeskKey key, CancellationToken ct);
}

/// <summary>A key is missing or cannot be used.</summary>
/// <param name="where">The setting or the file.</param>
/// <param name="reason">What is wrong, never the value.</param>
internal sealed class KeyException(string where, string reason, Exception? inner = null) : Exception($"{where} {reason}", inner)
{
    public string Where { get; } = where;

    public string Reason { get; } = reason;
}
