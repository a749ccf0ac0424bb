using System.Net;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Teams.Playground;

/// <summary>
/// A call without a token is taken for the Playground's when it was made on this machine. Nothing it says of itself counts: whatever it says
/// its service address is, it can only speak for the one in the settings (<see cref="ActivityRules"/> compares them).
/// </summary>
internal sealed class PlaygroundCalls(TeamsSettings settings, BotTokenValidation tokens) : ICallProof
{
    private static readonly HashSet<string> Teams = ["msteams"];

    /// <summary>A page in a browser says where it comes from, and a proxy or tunnel on this machine for whom it calls.</summary>
    private static readonly string[] ForSomebodyElse = ["Origin", "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Original-Host"];

    /// <inheritdoc/>
    public async Task<VerifiedToken?> ProveAsync(HttpRequest call, CancellationToken ct)
    {
        if (call.Headers.Authorization.Count > 0) return await tokens.ProveAsync(call, ct); // a token that is there must be good
        return IsMadeOnThisMachine(call) ? new VerifiedToken(settings.Playground!, Teams) : null;
    }

    private static bool IsMadeOnThisMachine(HttpRequest call) =>
        call.HttpContext.Connection is { RemoteIpAddress: { } from, LocalIpAddress: { } to }
        && IPAddress.IsLoopback(from)
        && IPAddress.IsLoopback(to)
        && IsThisMachine(call.Host.Host)
        && !ForSomebodyElse.Any(call.Headers.ContainsKey);

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
