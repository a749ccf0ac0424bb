using VstrsBot.Keys;
using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>What is wrong with the keys as they are set. A key that is absent may be in the vault; else it is found or made outside Production.</summary>
internal static class KeyFaults
{
    public static async Task<IReadOnlyList<SettingFault>> OfAsync(KeySettings keys, bool production, CancellationToken ct)
    {
        var source = new SettingsKeySource(keys);
        List<SettingFault> faults = [.. Vault(keys)];
        foreach (var key in Enum.GetValues<DeskKey>())
        {
            try
            {
                if (await source.FindAsync(key, ct) is null && production && keys.Vault is not { Length: > 0 })
                    throw DeskKeys.Missing(key);
            }
            catch (KeyException bad)
            {
                faults.Add(new SettingFault(bad.Where, bad.Reason));
            }
        }

        return faults;
    }

    private static IEnumerable<SettingFault> Vault(KeySettings keys) => SettingRule.Broken(
        KeySettings.Section,
        new(string.IsNullOrEmpty(keys.Vault) || IsVault(keys.Vault), nameof(keys.Vault), "must be the https address of a vault, with nothing after the host"),
        new(string.IsNullOrEmpty(keys.ManagedIdentityClientId) || Guid.TryParseExact(keys.ManagedIdentityClientId, "D", out _), nameof(keys.ManagedIdentityClientId), "must be the managed identity's client id, a GUID"));

    private static bool IsVault(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { IsLoopback: false, PathAndQuery: "/", UserInfo: "", Fragment: "" } && address.Scheme == Uri.UriSchemeHttps;
}
