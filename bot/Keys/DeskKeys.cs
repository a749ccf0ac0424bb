using System.Security.Cryptography;

namespace VstrsBot.Keys;

/// <summary>The desk's three keys, as loaded at start. Never written out.</summary>
internal sealed class DeskKeys
{
    public DeskKeys(byte[] seesDigest, byte[] record, byte[] workingData)
    {
        byte[][] all = [seesDigest, record, workingData];
        if (all.Any(key => key.Length != KeyText.Length))
            throw new KeyException(KeySettings.Section, $"must each be {KeyText.Length} bytes.");
        if (Same(seesDigest, record) || Same(seesDigest, workingData) || Same(record, workingData))
            throw new KeyException(KeySettings.Section, "must differ from each other: three keys.");

        (SeesDigest, Record, WorkingData) = (seesDigest, record, workingData);
    }

    public ReadOnlyMemory<byte> SeesDigest { get; }

    public ReadOnlyMemory<byte> Record { get; }

    public ReadOnlyMemory<byte> WorkingData { get; }

    /// <summary>The sources of a desk: settings first, then the vault; outside Production a missing key is then found or made beside the store.</summary>
    public static IReadOnlyList<IKeySource> SourcesFor(KeySettings settings, string storePath, bool production)
    {
        List<IKeySource> sources = [new SettingsKeySource(settings)];
        if (VaultKeySource.For(settings) is { } vault)
            sources.Add(vault);
        if (!production)
            sources.Add(KeyFolder.BesideStore(storePath));
        return sources;
    }

    /// <summary>Takes each key from the first source that has it.</summary>
    /// <exception cref="KeyException">A key is missing or cannot be used; the message names its setting.</exception>
    public static async Task<DeskKeys> LoadAsync(IReadOnlyList<IKeySource> sources, CancellationToken ct) => new(
        await FirstAsync(sources, DeskKey.SeesDigest, ct),
        await FirstAsync(sources, DeskKey.Record, ct),
        await FirstAsync(sources, DeskKey.WorkingData, ct));

    private static async Task<byte[]> FirstAsync(IReadOnlyList<IKeySource> sources, DeskKey key, CancellationToken ct)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(key, ct) is { } found)
                return found;
        }

        throw Missing(key);
    }

    /// <summary>No source has it.</summary>
    public static KeyException Missing(DeskKey key)
    {
        var name = SettingsKeySource.NameOf(key);
        return new KeyException(name, $"is not set. Set {name} to base64 of {KeyText.Length} bytes, or {name}File to a file that holds it, or keep it in Keys:Vault as the secret {VaultKeySource.SecretOf(key)}.");
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
