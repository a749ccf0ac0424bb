using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Storage;

namespace VstrsBot.Handlers;

/// <summary>Duty by the rota, or set by a specialist; what they set is recorded.</summary>
internal sealed class DutyDesk(IHandoffStore store, HandoffRows rows, RegisterReader register, DayChain days, TimeProvider time)
{
    /// <summary>Duty ends by itself at 6pm UK time; after that, at midnight.</summary>
    private static readonly TimeSpan DayEnds = TimeSpan.FromHours(18);

    public async Task<DateTimeOffset> OnAsync(Actor by, CancellationToken ct)
    {
        var until = Until(time.GetUtcNow());
        await SetAsync(by, "OnDuty", row => Task.FromResult(row with { OnDutyUntil = until, OffDutyAt = null, Unanswered = 0 }), ct);
        return until;
    }

    /// <summary>Until they say otherwise, or the rota's next turn begins.</summary>
    public Task OffAsync(Actor by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return SetAsync(by, "OffDuty", async row => await UntilAsync(row, now, ct) is null ? row : row with { OnDutyUntil = null, OffDutyAt = now, Unanswered = 0 }, ct);
    }

    /// <summary>Whoever presses anything is there: pings left unanswered count no more.</summary>
    public async Task HeardFromAsync(PersonId id, CancellationToken ct)
    {
        try
        {
            if (await rows.AvailabilityOfAsync(id, ct) is { Tag: { } tag, Value: { Unanswered: > 0 } value })
                await store.TryCommitAsync([new RowChange.Replace(RowKeys.Availability(id), HandoffJson.Write(value with { Unanswered = 0 }), tag)], ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or UnreadableRowException or OperationCanceledException)
        {
            // What was pressed comes first; the next press counts as well.
        }
    }

    public Task HeardAsync(Actor by, bool heard, CancellationToken ct) =>
        days.AppendAsync(store, [new RecordEntry(time.GetUtcNow(), heard ? "TestPingHeard" : "TestPingNotHeard", by.Id.ToString(), by.Person.Name)], ct);

    /// <summary>When their duty ends; null when they are off duty.</summary>
    public async Task<DateTimeOffset?> UntilAsync(PersonId id, CancellationToken ct) =>
        await UntilAsync((await rows.AvailabilityOfAsync(id, ct)).Value, time.GetUtcNow(), ct);

    private async Task<DateTimeOffset?> UntilAsync(Availability row, DateTimeOffset now, CancellationToken ct)
    {
        var turns = (await register.NowAsync(ct)).TurnsOf(row.Who, now).Where(turn => row.IsOnDuty(turn.Start, now)).Select(turn => (DateTimeOffset?)turn.End);
        return turns.Append(row.OnDutyUntil > now ? row.OnDutyUntil : null).Max();
    }

    private async Task SetAsync(Actor by, string kind, Func<Availability, Task<Availability>> set, CancellationToken ct)
    {
        var entry = new RecordEntry(time.GetUtcNow(), kind, by.Id.ToString(), by.Person.Name);
        for (var race = 0; race < 20; race++)
        {
            var (before, tag) = await rows.AvailabilityOfAsync(by.Id, ct);
            var after = await set(before);
            if (after == before)
                return;
            var row = HandoffJson.Write(after);
            var key = RowKeys.Availability(by.Id);
            if (await days.TryAppendAsync(store, [entry], [tag is null ? new RowChange.Add(key, row) : new RowChange.Replace(key, row, tag)], ct))
                return;
        }

        throw new StoreUnavailableException("Duty could not be changed.");
    }

    private bool IsToday(DateTimeOffset? at) => at is { } then && UkClock.Today(then) == UkClock.Today(time.GetUtcNow());

    private static DateTimeOffset Until(DateTimeOffset now)
    {
        var midnight = UkClock.Today(now).ToDateTime(TimeOnly.MinValue);
        var evening = UkClock.ToUtc(midnight + DayEnds);
        return now < evening ? evening : UkClock.ToUtc(midnight.AddDays(1));
    }
}
