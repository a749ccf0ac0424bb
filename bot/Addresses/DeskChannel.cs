using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Addresses;

/// <summary>The one channel of this desk.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record ChannelAddress(string ChannelId, Uri ServiceUrl, string TenantId);

/// <summary>Where the channel is set in the settings; that wins over what a lead typed.</summary>
internal sealed record ChannelSettings
{
    /// <summary>The channel's id, 19:...@thread.tacv2. Unset: a lead types "use this channel" there.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The channel's service address. Default: the public cloud's.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";
}

/// <summary>One channel per desk: a setting, or what a lead chose by typing "use this channel" in it, recorded.</summary>
internal sealed class DeskChannel(IHandoffStore store, ChannelSettings settings, Teams.TeamsSettings teams, DayChain days, TimeProvider time)
{
    public async Task<ChannelAddress?> FindAsync(CancellationToken ct)
    {
        var chosen = await store.FindAsync(RowKeys.Channel, ct) is { } row ? HandoffJson.Read<ChannelAddress>(row) : null;
        if (string.IsNullOrEmpty(settings.ChannelId))
            return chosen;
        return chosen?.ChannelId == settings.ChannelId ? chosen : new ChannelAddress(settings.ChannelId, new Uri(settings.ServiceUrl), teams.TenantId);
    }

    /// <summary>True in the desk's channel.</summary>
    public async Task<bool> IsItAsync(string channelId, CancellationToken ct) =>
        channelId == (string.IsNullOrEmpty(settings.ChannelId) ? (await FindAsync(ct))?.ChannelId : settings.ChannelId);

    /// <summary>A lead chose it. False when the setting names another one.</summary>
    public async Task<bool> ChooseAsync(ChannelAddress channel, Person by, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(settings.ChannelId) && settings.ChannelId != channel.ChannelId)
            return false;
        var entry = new RecordEntry(time.GetUtcNow(), "ChannelChosen", by.Id.ToString(), by.Name, new Dictionary<string, string> { ["channel"] = channel.ChannelId });
        return await days.TryAppendAsync(store, [entry], [new RowChange.Put(RowKeys.Channel, HandoffJson.Write(channel))], ct);
    }
}
