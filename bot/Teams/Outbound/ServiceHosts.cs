using System.Collections.Frozen;
using VstrsBot.Teams.Playground;

namespace VstrsBot.Teams.Outbound;

/// <summary>
/// The hosts a token may be sent to. Hosts are matched whole, never as a suffix: anyone can register a name under trafficmanager.net.
/// Paths are left open: they differ by region and change.
/// </summary>
internal sealed class ServiceHosts(TeamsSettings settings)
{
    /// <summary>The connector of the public cloud.</summary>
    public const string PublicCloud = "smba.trafficmanager.net";

    private readonly FrozenSet<string> _origins = Listed(settings).Select(OriginOf).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a token may go there.</summary>
    public bool Allow(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0
        && _origins.Contains(address.GetLeftPart(UriPartial.Authority));

    /// <summary>The same of an address as text; false when it is none.</summary>
    public bool Allow(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed) && Allow(parsed);

    /// <summary>True when the entry may stand in the settings: an exact host name, or outside Production a loopback origin.</summary>
    public static bool IsEntry(string entry, bool production) => entry.Contains("://", StringComparison.Ordinal)
        ? !production && Uri.TryCreate(entry, UriKind.Absolute, out var origin)
            && origin.IsLoopback
            && origin.UserInfo.Length == 0
            && origin.Scheme is "http" or "https"
            && string.Equals(origin.GetLeftPart(UriPartial.Authority), entry.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
        : Uri.CheckHostName(entry) == UriHostNameType.Dns && entry.Contains('.', StringComparison.Ordinal)
            && !(production && entry.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Listed(TeamsSettings settings) =>
        settings.Playground is { } playground && PlaygroundSwitch.IsOnThisMachine(playground) ? [playground] : settings.ServiceHosts.Prepend(PublicCloud);

    private static string OriginOf(string entry) =>
        new Uri(entry.Contains("://", StringComparison.Ordinal) ? entry : $"https://{entry}").GetLeftPart(UriPartial.Authority);
}
