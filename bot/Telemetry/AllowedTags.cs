using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace VstrsBot.Telemetry;

/// <summary>
/// What may leave in a trace. The paths of Teams' addresses hold ids of people and chats, and error texts may quote anything: every tag that is not
/// on this list is taken off, and so are events, links' words and descriptions.
/// </summary>
internal sealed class AllowedTags : BaseProcessor<Activity>
{
    public static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method", "http.response.status_code", "http.route", "error.type", "server.address", "server.port", "network.protocol.version", "url.scheme",
        "vstrs.outcome");

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Names.Contains(tag.Key)).ToList())
            data.SetTag(name, null);
        data.SetStatus(data.Status); // without its description
        data.TraceStateString = null;
    }
}
