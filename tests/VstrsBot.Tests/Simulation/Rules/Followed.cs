using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>One handoff, as its committed rows have it, and what was seen of it from outside.</summary>
internal sealed class Followed(HandoffId id)
{
    private readonly List<RecordLine> lines = [];

    public HandoffId Id => id;

    public PostedHandoff State { get; private set; } = null!;

    public long Version { get; private set; }

    public IReadOnlyList<RecordLine> Lines => lines;

    /// <summary>Specialists who were heard typing the adviser's right code since they accepted.</summary>
    public HashSet<PersonId> HeardRight { get; } = [];

    /// <summary>The furthest end of a lease that was ever stored.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    /// <summary>When its end was committed, by the true clock.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Its end was committed when each banner had run out by its own words already, as after an outage: nobody was misled meanwhile.</summary>
    public bool HadRunOut { get; set; }

    /// <summary>Messages that showed its banner.</summary>
    public HashSet<Message> Banners { get; } = [];

    public void Take(Snapshot snapshot, IEnumerable<RecordLine> appended, DateTimeOffset now)
    {
        State = (PostedHandoff)snapshot.State;
        Version = snapshot.Version;
        lines.AddRange(appended);
        Readers.Add(State is Confirmed or Live or Ended ? VstrsBot.Handoffs.Readers.SpecialistOf(State)?.Id : null);
        if (State is Live live && live.Lease.Until > LeaseUntil)
            LeaseUntil = live.Lease.Until;
        if (State is Ended)
            EndedAt ??= now;
    }

    /// <summary>Who might read the details, in each state it had: the verified specialist, in Confirmed and Live and after the end.</summary>
    public List<PersonId?> Readers { get; } = [];

    public bool Has(string kind, PersonId by)
    {
        var who = by.ToString();
        return lines.Exists(line => line.Kind == kind && line.By == who);
    }
}
