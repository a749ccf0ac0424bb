using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using VstrsBot.Record;

namespace VstrsBot.Storage;

/// <summary>A handoff as it was read: what a commit is conditional on.</summary>
/// <param name="Version">Counts events.</param>
/// <param name="Tag">Null when there is no such handoff yet.</param>
/// <param name="Head">End of the record chain.</param>
internal sealed record Stored(HandoffId Id, Handoff State, long Version, string? Tag, RecordHead Head)
{
    public static Stored Nothing(HandoffId id) => new(id, NotPosted.Yet, 0, null, RecordHead.None);
}

/// <summary>A person's availability as it was read.</summary>
internal sealed record StoredAvailability(Availability Value, string? Tag);

/// <summary>The row <c>h|</c>.</summary>
/// <param name="V">Version of the row's form.</param>
/// <param name="Change">Which commit wrote it, to read back after an unclear answer.</param>
internal sealed record Snapshot(int V, Handoff State, long Version, RecordHead Head, Guid Change)
{
    public const int Form = 1;

    /// <summary>What the row holds; null when it is of another release, or broken. It is never rewritten then.</summary>
    public static Snapshot? Find(Row row) => HandoffJson.Find<Snapshot>(row) is { V: Form } known ? known : null;
}

/// <summary>The row <c>o|</c>.</summary>
/// <param name="Effect">The outcome owed.</param>
/// <param name="Urgency">Order of leaving.</param>
/// <param name="Since">Since when it is owed.</param>
/// <param name="Version">The version of the state that owes it: keeps the order within one urgency.</param>
internal sealed record Owed(OwedEffect Effect, Urgency Urgency, DateTimeOffset Since, long Version);

/// <summary>An effect in a row.</summary>
/// <param name="To">In whose chat; null in the channel.</param>
internal sealed record OwedEffect(Surface? Show, Line? Say, Person? To, DateTimeOffset? At)
{
    public static OwedEffect From(Effect effect, PostedHandoff state) => effect switch
    {
        ShowCard e => new OwedEffect(e.Surface, null, Readers.Of(state, e.Surface), null),
        Say e => new OwedEffect(null, e.Line, e.To, e.At),
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };
}

/// <summary>The row <c>c|</c>: where a card is, and what it last showed.</summary>
/// <param name="UnsureUntil">Marks an update that got no clear answer and may still arrive; until then, by the clock of whoever sent it.</param>
/// <param name="Gone">Somebody deleted it: it is posted afresh.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record CardAddress(string ConversationId, string ActivityId, string ServiceUrl, DateTimeOffset? UnsureUntil = null, bool Gone = false);
