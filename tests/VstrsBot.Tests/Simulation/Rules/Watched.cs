using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.People;
using VstrsBot.Tests.Simulation.Pretend;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>
/// Looks at everything that is committed, sent, shown and answered, as it happens, and says which rule was broken first. What can change
/// between two steps is only that: so every step is looked at.
/// </summary>
internal sealed class Watched
{
    private readonly World world;
    private readonly SimulatedStore rows;
    private readonly Dictionary<string, Followed> handoffs = new(StringComparer.Ordinal);
    private readonly Snapshots snapshots = new();
    private readonly CommitRules commits;
    private readonly AuthorityRules authority;
    private readonly PingRules pings;
    private readonly AnswerRules answers;
    private readonly HeardEndRules heardEnds;
    private readonly RestRules rest;
    private readonly SendRules sends;

    public Watched(World world, SimulatedStore rows)
    {
        (this.world, this.rows) = (world, rows);
        commits = new CommitRules(this);
        authority = new AuthorityRules(this, world);
        pings = new PingRules(this, world);
        heardEnds = new HeardEndRules(this, world);
        answers = new AnswerRules(this, heardEnds);
        rest = new RestRules(this, world, rows);
        sends = new SendRules(this, world);
        world.Tenant.Posted += pings.Posted;
    }

    /// <summary>The first rule that was broken, and how.</summary>
    public string? Broken { get; private set; }

    public int Handoffs => handoffs.Count;

    public IReadOnlyCollection<Followed> All => handoffs.Values;

    public bool AllEnded => handoffs.Values.All(one => one.State is Ended);

    /// <summary>From the end committed to the last banner gone, where nothing else went wrong meanwhile.</summary>
    public List<TimeSpan> EndToGone { get; } = [];

    public void Follow(Process process)
    {
        process.Store.Committed += changes => Committed(process, changes);
        process.Connector.Sending += outgoing => Sending(process, outgoing);
        process.Connector.Over += sends.Over;
        process.Log.Unforeseen += line => Break($"P{process.No} failed: {line}");
    }

    public void Break(string how)
    {
        if (Broken is not null)
            return;
        Broken = how;
        world.Note($"BROKEN {how}");
    }

    public Followed? Find(string? number) => number is null ? null : handoffs.GetValueOrDefault(number);

    public bool HasOpen(PersonId adviser) => handoffs.Values.Any(one => one.State is OpenHandoff && one.State.Posting.Adviser.Id == adviser);

    public Someone? AdviserOf(string number) => Find(number) is { } one ? Someone.Everybody.Single(person => person.Who == one.State.Posting.Adviser.Id) : null;

    public string? SomeNumber(Dice dice) => handoffs.Count == 0 ? null : handoffs.Keys.ElementAt(dice.Chance(0.7) ? handoffs.Count - 1 - dice.Below(Math.Min(4, handoffs.Count)) : dice.Below(handoffs.Count));

    public void Changed(Message message)
    {
        authority.Changed(message);
        heardEnds.Changed(message);
    }

    public Hearing Hears(Errand errand, Process process) => answers.Hears(errand, process);

    public void Answered(Hearing hearing, InvokeResponse answer) => answers.Answered(hearing, answer);

    /// <summary>Teams refused the ping for good, and that is recorded.</summary>
    public bool IsParked(HandoffId id, int ask) =>
        AtOnce.Of(() => rows.FindAsync($"o|{id}|Ping-{ask}", CancellationToken.None))?.Claim is { } claim
        && OwedClaim.Read(claim).NotBefore > world.Timeline.Now.AddMinutes(20);

    public void CheckBanner(Process process, OnScreen banner, string what) => authority.Check(process, banner, what);

    public void AtRest() => rest.Check();

    private void Committed(Process process, IReadOnlyCollection<RowChange> changes)
    {
        var lines = changes.OfType<RowChange.Add>().Where(row => row.Key.StartsWith(RecordKeys.Lines, StringComparison.Ordinal)).Select(row => RecordLineJson.Read(row.Value)).ToList();
        Note(process, changes, lines!);
        PrivacyRules.Check(changes, Break);
        sends.Committed(process, changes);

        foreach (var change in changes.Where(change => change.Key.StartsWith("h|", StringComparison.Ordinal)))
        {
            var value = change switch { RowChange.Add add => add.Value, RowChange.Replace replace => replace.Value, _ => null };
            if (value is null)
            {
                Break($"{change.Key} was written without a condition.");
                return;
            }

            var id = RowKeys.HandoffOf(change.Key);
            var snapshot = snapshots.Read(new Row(change.Key, value, null, ""));
            var followed = handoffs.TryGetValue(id.Value, out var known) ? known : handoffs[id.Value] = new Followed(id);
            commits.Check(followed, snapshot, lines!);
            followed.Take(snapshot, lines!, world.Timeline.Now);
            authority.Committed(followed);
            if (lines.Exists(line => line!.Kind == "CallTaken"))
            {
                world.Weather.Tally.WentLive++;
                world.Desk.WentLive();
            }

            pings.Committed(followed, lines!);
        }
    }

    private void Sending(Process process, Outgoing outgoing)
    {
        world.Trace.Add(Encoding.UTF8.GetBytes(outgoing.What.Text));
        world.Note($"P{process.No} sends {(outgoing.Message is { } id ? $"{id} anew" : "")} to {outgoing.Conversation}: {(outgoing.What.SaysLive ? "LIVE" : "")} {outgoing.What.Handoff} {outgoing.What.Said}");
        PrivacyRules.Check(outgoing, Break);
        authority.Sending(process, outgoing);
        sends.Sending(process, outgoing);
    }

    private void Note(Process process, IReadOnlyCollection<RowChange> changes, IEnumerable<RecordLine> lines)
    {
        var text = new StringBuilder($"P{process.No} commits");
        foreach (var line in lines)
            text.Append(' ').Append(line.Kind);
        foreach (var change in changes)
        {
            var value = change switch
            {
                RowChange.Add add => add.Value,
                RowChange.Replace replace => replace.Value,
                RowChange.Put put => put.Value,
                RowChange.SetClaim claim => Encoding.UTF8.GetBytes(claim.Claim ?? ""),
                _ => [],
            };
            world.Trace.Add(value);
            if (change.Key[0] is not ('e' or 'x'))
                text.Append(' ').Append(change.GetType().Name).Append(' ').Append(change.Key);
        }

        world.Note(text.ToString());
    }
}
