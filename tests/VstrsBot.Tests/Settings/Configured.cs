using Microsoft.Extensions.Configuration;
using VstrsBot.Commands;
using VstrsBot.Teams;

namespace VstrsBot.Tests.Settings;

/// <summary>Settings that start, to be broken one at a time.</summary>
internal static class Configured
{
    private const string Id = "5f0c3a52-6d0e-4a53-9d4e-0c8f6e2b7a10";

    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Teams:AppId"] = Id,
        ["Teams:TenantId"] = Id,
        ["Teams:Credential:ManagedIdentityClientId"] = Id,
        ["Keys:SeesDigest"] = KeyOf(1),
        ["Keys:Record"] = KeyOf(2),
        ["Keys:WorkingData"] = KeyOf(3),
    };

    public static string KeyOf(byte with) => Convert.ToBase64String([.. Enumerable.Repeat(with, 32)]);

    /// <summary>What is wrong with the good settings once these are put over them; one set to null is taken away.</summary>
    public static async Task<IReadOnlyList<SettingFault>> FaultsAsync(bool production, params (string Name, string? Value)[] changes) =>
        (await ReadAsync(production, changes)).Faults;

    public static Task<(BotSettings Settings, IReadOnlyList<SettingFault> Faults)> ReadAsync(bool production, params (string Name, string? Value)[] changes)
    {
        var all = new Dictionary<string, string?>(Good, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            all.Remove(name);
            if (value is not null)
                all[name] = value;
        }

        return Opened.ReadAsync(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), production, CancellationToken.None);
    }
}
