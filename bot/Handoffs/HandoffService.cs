using System.Text;
using VstrsBot.Clock;
using VstrsBot.Keys;
using VstrsBot.Storage;

namespace VstrsBot.Handoffs;

/// <summary>Load, let time speak, decide, commit; decide again when someone else moved first.</summary>
internal sealed class HandoffService(
    HandoffRows rows, Rosters rosters, IDeskPeople people, SeesDigest digest,
    HandoffTimes times, HandoffDecider decider, LeaseWatch leases, UnrecordedEnds unrecorded, LastSeen seen, OwedSignal owed, IDeskTally tally, IIdlePresses idle, TimeProvider time)
{
    private const int MostRaces = 500;

    /// <summary>Commits without a clear answer, and not there when read back: each may still arrive, so it is decided again on what is there then.</summary>
    private const int MostUnsure = 2;

    /// <summary>The present state, with what time has caused counted in, whether or not that is committed yet. Null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">Fail closed: authority is not confirmed.</exception>
    public async Task<PostedHandoff?> FindAsync(HandoffId id, CancellationToken ct) => (await ReadAsync(id, ct))?.State;

    /// <summary>The same, with the version that is stored.</summary>
    /// <exception cref="StoreUnavailableException">Fail closed: authority is not confirmed.</exception>
    public async Task<Shown?> ReadAsync(HandoffId id, CancellationToken ct)
    {
        var read = await LoadAsync(id, ct);
        return AsShown(id, read.State, read.Version);
    }

    /// <summary>
    /// An end that was said and is not recorded, on what this process last saw of the handoff: for when the store cannot be read. Null where it
    /// saw nothing, or where nobody who may has ended it.
    /// </summary>
    public Shown? FindSaidEnd(HandoffId id) =>
        unrecorded.Find(id).Count > 0 && seen.Find(id) is { } last && AsShown(id, last.State, last.Version) is { State: Ended } ended ? ended : null;

    /// <summary>Commits the ends that the store did not take before.</summary>
    /// <exception cref="StoreUnavailableException">It does not take them yet.</exception>
    public async Task RecordLateEndsAsync(CancellationToken ct)
    {
        foreach (var id in unrecorded.All)
        {
            try
            {
                await CarryOutAsync(id, new Wake(), also: null, ct);
            }
            catch (UnreadableRowException)
            {
                // It waits until the row can be read; the others do not.
            }
        }
    }

    /// <summary>Carries out a command. A repeat answers the present state.</summary>
    /// <param name="also">Rows that belong to the step, written in its transaction; asked for only when the command happens.</param>
    /// <exception cref="StoreUnavailableException">Nothing was changed. An end is remembered instead, also one that is given up waiting for.</exception>
    public async Task<Outcome> ExecuteAsync(HandoffId id, HandoffCommand command, CancellationToken ct, Func<IReadOnlyList<RowChange>>? also = null)
    {
        var said = time.GetUtcNow();
        using var trace = DeskTrace.Start($"handoff {command.GetType().Name}");
        try
        {
            var outcome = await CarryOutAsync(id, command, also, ct);
            if (command.By.Id != Renew.TheService.Id && command is not RemindAfterEnd && outcome is Outcome.Refused or Outcome.Now { Already: true })
                idle.Note(id, command, (outcome as Outcome.Refused)?.Why);
            trace?.SetTag(DeskTrace.Outcome, outcome is Outcome.Refused refused ? refused.Why.GetType().Name : outcome.GetType().Name);
            return outcome;
        }
        catch (Exception fault) when (UnrecordedEnds.Knows(command) && fault is StoreUnavailableException or StoreUnsureException or OperationCanceledException)
        {
            if (!TryRemember(id, new UnrecordedEnd(command, said)))
                throw;
            owed.Raise(id);
            return new Outcome.NotRecorded(FindSaidEnd(id)?.State as Ended);
        }
    }

    /// <summary>Who is on a live call does not change: who may end what was last seen may end it now, and who may not ends nothing.</summary>
    private bool TryRemember(HandoffId id, UnrecordedEnd end)
    {
        var last = seen.Find(id);
        var isTheirs = last is not { State: var live } || EndOf(end.Command, live, end.At, Roster.Nobody) is not null;
        return isTheirs && unrecorded.TryRemember(id, end, wasSeenLive: last is not null);
    }

    private async Task<Stored> LoadAsync(HandoffId id, CancellationToken ct)
    {
        var read = await rows.LoadAsync(id, ct);
        seen.Note(id, read.State, read.Version);
        return read;
    }

    private Shown? AsShown(HandoffId id, Handoff stored, long version)
    {
        var due = Overdue(stored, unrecorded.Find(id), leases.MomentOf(stored), Roster.Nobody);
        var state = due.Aggregate(stored, Evolution.Evolve) as PostedHandoff;
        if (state is Ended ended && due.Any(e => e is HandoffEnded { Late: true }))
            state = ended with { Unrecorded = true };
        return state is null ? null : new Shown(leases.AsShown(state), version);
    }

    private async Task<Outcome> CarryOutAsync(HandoffId id, HandoffCommand command, Func<IReadOnlyList<RowChange>>? also, CancellationToken ct)
    {
        var unsure = 0;
        for (var race = 0; race < MostRaces; race++)
        {
            var loading = LoadAsync(id, ct); // both at once: somebody waits for the answer
            var wasDelivered = await WasDeliveredAsync(id, command, ct);
            var read = await loading;
            if (read.State is NotPosted && command is not Post)
                return new Outcome.Unknown();

            var moment = leases.MomentOf(read.State);
            var late = unrecorded.Find(id);
            // Most that are looked at have nothing due: only what falls due costs a reading of the roster.
            if (command is Wake wake && late.Count == 0 && !times.DueBy(read.State, moment, Roster.Nobody).Any(wake.Concerns))
                return new Outcome.Now((PostedHandoff)read.State, Already: true);

            var (roster, known) = await rosters.ForAsync(AsksNobody(command, read) ? null : AreaOf(command, read.State), id, ct);
            var due = Overdue(read.State, late, moment, roster);
            var state = due.Aggregate(read.State, Evolution.Evolve);

            var asked = await CompleteAsync(command, state, known, moment.Now, ct);
            var decision = wasDelivered ? Decision.Already : decider.Decide(asked, state, moment.Now, roster);
            var decided = decision is Decision.Happened happened ? happened.Events : [];

            IReadOnlyList<HandoffEvent> events = [.. due, .. decided];
            var after = decided.Aggregate(state, Evolution.Evolve);
            if (events.Count > 0)
            {
                foreach (var person in Availability.Touched(read.State, events))
                    await known.OfAsync(person, ct);
                IReadOnlyList<RowChange> rest = decided.Count > 0 ? [.. also?.Invoke() ?? [], .. Delivered(id, command)] : [];
                var step = new Step(read, (PostedHandoff)after, events, known.Rows, times.NextAt(after), rest);
                bool stands;
                try
                {
                    stands = await rows.TryCommitAsync(step, ct);
                }
                catch (StoreUnsureException) when (++unsure <= MostUnsure)
                {
                    continue;
                }

                if (!stands)
                {
                    if (command is Post && (await rows.LoadAsync(id, ct)).State is NotPosted)
                        throw new NumberTakenException();
                    continue;
                }

                seen.Note(id, after, read.Version + events.Count);
                tally.Committed(read.State, events);
                owed.Raise(id);
            }

            unrecorded.Forget(id, late);
            return decision switch
            {
                Decision.Refused refused => new Outcome.Refused(refused.Why, leases.AsShown((PostedHandoff)after)),
                _ => new Outcome.Now(leases.AsShown((PostedHandoff)after), Already: decided.Count == 0),
            };
        }

        throw new StoreUnavailableException("Too many others are changing this handoff.");
    }

    /// <summary>What has happened since the state was stored: an end that was said and not recorded, and what time has caused.</summary>
    private IReadOnlyList<HandoffEvent> Overdue(Handoff stored, IReadOnlyList<UnrecordedEnd> late, Moment moment, Roster roster)
    {
        var ended = late.Select(said => LateEnd(said, stored, roster)).FirstOrDefault(end => end.Count > 0, []);
        return [.. ended, .. times.DueBy(ended.Aggregate(stored, Evolution.Evolve), moment, roster)];
    }

    /// <summary>The end as it would have been at the time it was said; nothing when it could not be said then, or was too late.</summary>
    private IReadOnlyList<HandoffEvent> LateEnd(UnrecordedEnd said, Handoff stored, Roster roster)
    {
        IReadOnlyList<HandoffEvent> before = stored is Live live && said.At < live.Lease.Until ? [] : times.DueBy(stored, new Moment(said.At), roster);
        var then = before.Aggregate(stored, Evolution.Evolve);
        return EndOf(said.Command, then, said.At, roster) is { } end ? [.. before, end with { Late = true }] : [];
    }

    private HandoffEnded? EndOf(HandoffCommand command, Handoff state, DateTimeOffset at, Roster roster) =>
        decider.Decide(command, state, at, roster) is Decision.Happened { Events: [HandoffEnded end] } ? end : null;

    /// <summary>What the decision needs to know besides the state.</summary>
    private async ValueTask<HandoffCommand> CompleteAsync(
        HandoffCommand command, Handoff state, KnownPeople known, DateTimeOffset now, CancellationToken ct)
    {
        switch (command)
        {
            case Claim c:
                var holds = (await known.OfAsync(c.By.Id, ct)).Value.Holds;
                return c with { Holds = holds == (state as PostedHandoff)?.Id ? null : holds };

            case CheckSeesIdHeard c when state is PostedHandoff posted:
                var adviser = posted.Posting.Adviser.Id;
                return new CheckSeesId(
                    c.By, digest.Of(adviser, c.Heard.Normalised), await people.SeesIdOnFileAsync(adviser, ct), digest.OfAttempt(posted.Id.Value, c.Heard.Normalised), c.Claim)
                {
                    FailedBefore = await FailedBeforeAsync(known, posted, ct),
                    MissedToday = (await known.OfAsync(c.By.Id, ct)).Value.MissedBy(now),
                };

            case NotSatisfied c when state is PostedHandoff posted:
                return c with { FailedBefore = await FailedBeforeAsync(known, posted, ct) };

            case TakeCall c when state is HeldHandoff held:
                return c with { BothOnRegister = await BothOnRegisterAsync(held, people.FindAsync, ct) };

            // Another process may have renewed it since it was seen to be due.
            case Renew when state is Live live:
                return now >= times.RenewAt(live) ? new Renew(await BothOnRegisterAsync(live, people.FindAnewAsync, ct)) : new Wake();

            default:
                return command;
        }
    }

    /// <summary>Teams delivers again, also much later: what that delivery did already, it does not do once more.</summary>
    private async Task<bool> WasDeliveredAsync(HandoffId id, HandoffCommand command, CancellationToken ct) =>
        DeliveryOf(id, command) is { } key && await rows.ExistsAsync(key, ct);

    private static IEnumerable<RowChange> Delivered(HandoffId id, HandoffCommand command) =>
        DeliveryOf(id, command) is { } key ? [new RowChange.Add(key, Encoding.ASCII.GetBytes(id.Value))] : [];

    /// <summary>A reading is answered, and recorded, each time.</summary>
    private static string? DeliveryOf(HandoffId id, HandoffCommand command) =>
        command is not ReadIn && command.By.Delivery is { } delivery ? RowKeys.Submission(command.By.Id, $"{delivery}-{id}-{command.GetType().Name}") : null;

    private async Task<bool> FailedBeforeAsync(KnownPeople known, PostedHandoff posted, CancellationToken ct) =>
        (await known.OfAsync(posted.Posting.Adviser.Id, ct)).Value.NotConfirmed is { } before && UkClock.Today(before) == UkClock.Today(time.GetUtcNow());

    private static async Task<bool> BothOnRegisterAsync(HeldHandoff held, Func<PersonId, CancellationToken, Task<Actor?>> find, CancellationToken ct) =>
        (await find(held.Posting.Adviser.Id, ct))?.Is(Roles.Adviser) == true && (await find(held.Specialist.Id, ct))?.Is(Roles.Specialist) == true;

    /// <summary>Nobody is asked when the call is taken in time: one look at the store less while a caller waits.</summary>
    private bool AsksNobody(HandoffCommand command, Stored read) =>
        command is TakeCall && Overdue(read.State, unrecorded.Find(read.Id), leases.MomentOf(read.State), Roster.Nobody) is [];

    private static string? AreaOf(HandoffCommand command, Handoff state) => (command, state) switch
    {
        (Post c, NotPosted) => c.Area,
        (Move c, Waiting) => c.Area,
        (_, OpenHandoff h and not Live) => h.Posting.Area,
        _ => null,
    };
}

/// <summary>A handoff as it may be shown now.</summary>
/// <param name="Version">Of the stored state; time may have caused more.</param>
internal sealed record Shown(PostedHandoff State, long Version);

/// <summary>The number is in use, or too like one that is: choose another.</summary>
internal sealed class NumberTakenException() : Exception("The handoff number is taken.");
