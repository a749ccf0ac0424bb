using System.Collections.Frozen;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Teams.Inbound;

/// <summary>What must hold of an activity before anybody looks at what it asks.</summary>
/// <remarks>Source: Bot Framework, "Authenticate requests with the Bot Connector API", whose checks 7 and 8 are numbered; Teams, "Agent trust model".</remarks>
internal sealed class ActivityRules(TeamsSettings settings, ServiceHosts hosts)
{
    private readonly FrozenSet<Guid> _tenants = settings.TenantsInForce.Select(Guid.Parse).ToFrozenSet();

    /// <summary>Why it is refused, or null when it may go on.</summary>
    public CallRefusal? Check(Activity activity, VerifiedToken token)
    {
        // The channel first: an empty one would be "endorsed" by nobody asking.
        if (activity.ChannelId != "msteams" || !token.Endorsements.Contains(activity.ChannelId)) return CallRefusal.Channel; // 7
        if (!IsSameAddress(activity.ServiceUrl, token.ServiceUrl)) return CallRefusal.ServiceUrl; // 8
        if (!hosts.Allow(activity.ServiceUrl)) return CallRefusal.ServiceHost;
        if (!IsThisBot(activity.Recipient?.Id)) return CallRefusal.Recipient;
        if (!IsOurTenant(activity)) return CallRefusal.Tenant;
        return activity.IsFromPerson && !IsStaff(activity.From) ? CallRefusal.Sender : null;
    }

    private static bool IsSameAddress(string? said, string claimed) =>
        said is not null && Trimmed(said).Equals(Trimmed(claimed), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Trimmed(string address) => address.EndsWith('/') ? address.AsSpan(..^1) : address;

    private bool IsThisBot(string? id)
    {
        var appId = id?.StartsWith("28:", StringComparison.Ordinal) == true ? id[3..] : id;
        return string.Equals(appId, settings.AppId, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsOurTenant(Activity activity)
    {
        string?[] named = [activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id, activity.From?.TenantId];
        return activity.Tenant is { } tenant
            && _tenants.Contains(tenant)
            && named.All(other => other is null || Activity.GuidOf(other) == tenant);
    }

    private static bool IsStaff(ChannelAccount? sender) =>
        sender is { Id.Length: > 0 }
        && Activity.GuidOf(sender.AadObjectId) is not null
        && (sender.UserRole is null || string.Equals(sender.UserRole, "user", StringComparison.OrdinalIgnoreCase));
}
