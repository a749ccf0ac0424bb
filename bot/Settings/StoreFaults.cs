using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>What must hold of the store's place before the bot starts.</summary>
internal static class StoreFaults
{
    /// <param name="production">In Production an identity opens the tables, never a key.</param>
    public static IEnumerable<SettingFault> Of(StoreSettings store, bool production) => SettingRule.Broken(
        nameof(BotSettings.Store),
        new(IsFile(store.Path), nameof(store.Path), "must name a file, not a folder"),
        new(store.ConnectionString is null || !production, nameof(store.ConnectionString), "is for the emulator and refused in Production: set Endpoint, and let an identity in"),
        new(store.ConnectionString is not "", nameof(store.ConnectionString), "must not be empty"),
        new(store.Endpoint is null ? store.Kind != StoreKind.Tables || store.ConnectionString is not null : IsEndpoint(store.Endpoint), nameof(store.Endpoint), "must be the https address of the account's tables, with nothing after the host"),
        new(store.Table.Length is >= 3 and <= 63 && char.IsAsciiLetter(store.Table[0]) && store.Table.All(char.IsAsciiLetterOrDigit), nameof(store.Table), "must be 3 to 63 letters and digits, a letter first"),
        new(store.Desk.Length is >= 1 and <= 63 && store.Desk.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), nameof(store.Desk), "must be 1 to 63 letters, digits and hyphens"),
        new(store.ManagedIdentityClientId is null || Guid.TryParseExact(store.ManagedIdentityClientId, "D", out _), nameof(store.ManagedIdentityClientId), "must be the managed identity's client id, a GUID"),
        new(store.CallTimeout >= TimeSpan.FromSeconds(1) && store.CallTimeout <= TimeSpan.FromSeconds(10), nameof(store.CallTimeout), "must be from 1 to 10 seconds"));

    private static bool IsFile(string path) =>
        !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal) && Path.GetFileName(path).Length > 0 && !Directory.Exists(path);

    // Nothing after the host: an access signature would stand there.
    private static bool IsEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address is { UserInfo: "", PathAndQuery: "/", Fragment: "", IsLoopback: false };
}
