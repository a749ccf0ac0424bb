using System.Security;

namespace VstrsBot.Keys;

/// <summary>Keys given by settings: the value itself, or the path of a file that holds it.</summary>
internal sealed class SettingsKeySource(KeySettings settings) : IKeySource
{
    public async Task<byte[]?> FindAsync(DeskKey key, CancellationToken ct)
    {
        var (value, file) = key switch
        {
            DeskKey.SeesDigest => (settings.SeesDigest, settings.SeesDigestFile),
            DeskKey.Record => (settings.Record, settings.RecordFile),
            DeskKey.WorkingData => (settings.WorkingData, settings.WorkingDataFile),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
        };
        var name = NameOf(key);
        return (string.IsNullOrWhiteSpace(value), string.IsNullOrWhiteSpace(file)) switch
        {
            (false, false) => throw new KeyException(name, $"and {name}File are both set: set one, not both."),
            (false, true) => KeyText.Parse(value!, name),
            (true, false) => KeyText.Parse(await ReadAsync(file!, $"{name}File", ct), $"{name}File"),
            _ => null,
        };
    }

    /// <summary>The setting as it is written in JSON paths; in the environment each ':' is '__'.</summary>
    public static string NameOf(DeskKey key) => $"{KeySettings.Section}:{key}";

    private static async Task<string> ReadAsync(string path, string setting, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(path, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
        {
            throw new KeyException(setting, $"names a file that cannot be read: {path}", error);
        }
    }
}
