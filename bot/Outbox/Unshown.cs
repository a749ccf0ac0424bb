using System.Collections.Concurrent;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>
/// Tells people where Teams keeps the bot from showing a handoff: the adviser when it is not in the channel in time, the area's leads when the app
/// was removed somewhere. Once for each handoff and fact, over all processes, as a message that is owed like any other.
/// </summary>
internal sealed partial class Unshown(
    IHandoffStore store, HandoffService handoffs, HandoffLines lines, IDeskPeople people, OwedSignal signal, TimeProvider time, ILogger<Unshown> log)
{
    /// <summary>The kind of the lines that say so.</summary>
    public const string Kind = "NotShown";

    /// <summary>The adviser knows within 10 seconds: this long there is to send it, and then to tell them.</summary>
    public static readonly TimeSpan PostedWithin = TimeSpan.FromSeconds(8);

    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<(HandoffId Handoff, Line Fact), bool> known = new();
    private readonly BrokenHandoffs unreadable = new(time);

    /// <summary>Looks at all that is owed for a handoff that should stand in the channel by now.</summary>
    /// <exception cref="StoreUnavailableException">Nobody was told: the next look does.</exception>
    public async Task LookAsync(IEnumerable<OwedRow> owed, CancellationToken ct)
    {
        foreach (var row in owed.Where(row => row.Owed is { Urgency: Urgency.Card, Effect.Show: { Kind: SurfaceKind.Channel } }
            && !known.ContainsKey((row.Handoff, Line.NotPosted)) && !unreadable.IsPutOff(row.Handoff)))
        {
            try
            {
                await LookAsync(row.Handoff, ct);
            }
            catch (UnreadableRowException)
            {
                if (unreadable.PutOff(row.Handoff))
                    Log.Unreadable(log, row.Handoff.Value);
            }
        }
    }

    /// <summary>A send that Teams refused: where the app may have been removed, the area's leads are told.</summary>
    /// <exception cref="StoreUnavailableException">Nobody was told: the next refusal does.</exception>
    public async Task RefusedAsync(HandoffId id, OwedEffect effect, ConnectorException failure, CancellationToken ct)
    {
        if (failure.Status is 403 or 404 && await handoffs.ReadAsync(id, ct) is { State: { } state } shown && !known.ContainsKey((id, FactOf(effect, state))))
            await TellAsync(shown, FactOf(effect, state), (await people.OfAreaAsync(state.Posting.Area, ct)).Leads, ct);
    }

    private async Task LookAsync(HandoffId id, CancellationToken ct)
    {
        if (await store.FindAsync(RowKeys.Card(id, Surface.Channel), ct) is not null)
            Remember(id, Line.NotPosted);
        else if (await handoffs.ReadAsync(id, ct) is { State: OpenHandoff open } shown && time.GetUtcNow() >= open.Posting.PostedAt + PostedWithin)
            await TellAsync(shown, Line.NotPosted, [open.Posting.Adviser], ct);
    }

    private static Line FactOf(OwedEffect effect, PostedHandoff state) => effect.To is not { } reader ? Line.ChannelRefused
        : reader.Id == state.Posting.Adviser.Id ? Line.AdviserRefused
        : Line.SpecialistRefused;

    private async Task TellAsync(Shown about, Line fact, IReadOnlyList<Person> to, CancellationToken ct)
    {
        var (id, now) = (about.State.Id, time.GetUtcNow());
        var owed = to.Select(person => new Say(fact, person, now)).Select(say => new RowChange.Put(
            RowKeys.Owed(id, say), HandoffJson.Write(new Owed(OwedEffect.From(say, about.State), say.Urgency, now, about.Version))));
        var line = new RecordEntry(now, Kind, Facts: new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = fact.ToString() });

        // Nothing is written where it was told before.
        await lines.TryAppendAsync(id, [line], [new RowChange.Add(RowKeys.Told(id, fact), []), .. owed], ct);
        Remember(id, fact);
        signal.Raise(id);
    }

    private void Remember(HandoffId id, Line fact)
    {
        if (known.Count >= MostKnown)
            known.Clear();
        known[(id, fact)] = true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handoff {Handoff}: whether it is in the channel cannot be told: its row cannot be read by this release.")]
        public static partial void Unreadable(ILogger logger, string handoff);
    }
}
