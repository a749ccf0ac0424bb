using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Handlers;

/// <summary>Duty that a specialist sets, each change recorded.</summary>
internal sealed class DutyDesk(IHandoffStore store, HandoffRows rows, DayChain days, TimeProvider time)
{
    /// <summary>Duty ends by itself at 6pm UK time; after that, at midnight.</summary>
    private static readonly TimeSpan DayEnds = TimeSpan.FromHours(18);

    public Task<DateTimeOffset?> OnAsync(Actor by, CancellationToken ct) => SetAsync(by, row => row with { OnDutyUntil = Until(time.GetUtcNow()), OffDutySince = null, Unanswered = 0 }, "OnDuty", ct);

    /// <summary>Off duty, for today against the rota too.</summary>
    public Task OffAsync(Actor by, CancellationToken ct) =>
        SetAsync(by, row => row with { OnDutyUntil = null, OffDutySince = IsToday(row.OffDutySince) ? row.OffDutySince : time.GetUtcNow(), Unanswered = 0 }, "OffDuty", ct);

    /// <summary>Whoever presses anything is there: pings left unanswered count no more.</summary>
    public async Task HeardFromAsync(Actor by, CancellationToken ct)
    {
        if (!by.Is(Roles.Specialist))
            return;
        try
        {
            if (await rows.AvailabilityOfAsync(by.Id, ct) is { Tag: { } tag, Value: { Unanswered: > 0 } value })
                await store.TryCommitAsync([new RowChange.Replace(RowKeys.Availability(by.Id), HandoffJson.Write(value with { Unanswered = 0 }), tag)], ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            // What was pressed comes first; the next press counts as well.
        }
    }

    public Task HeardAsync(Actor by, bool heard, CancellationToken ct) =>
        days.AppendAsync(store, [new RecordEntry(time.GetUtcNow(), heard ? "TestPingHeard" : "TestPingNotHeard", by.Id.ToString(), by.Person.Name)], ct);

    public async Task<DateTimeOffset?> UntilAsync(PersonId id, CancellationToken ct) =>
        (await rows.AvailabilityOfAsync(id, ct)).Value.OnDutyUntil is { } until && until > time.GetUtcNow() ? until : null;

    private async Task<DateTimeOffset?> SetAsync(Actor by, Func<Availability, Availability> change, string kind, CancellationToken ct)
    {
        var entry = new RecordEntry(time.GetUtcNow(), kind, by.Id.ToString(), by.Person.Name);
        for (var race = 0; race < 20; race++)
        {
            var (value, tag) = await rows.AvailabilityOfAsync(by.Id, ct);
            var after = change(value);
            if (after == value)
                return after.OnDutyUntil;
            var row = HandoffJson.Write(after);
            var key = RowKeys.Availability(by.Id);
            if (await days.TryAppendAsync(store, [entry], [tag is null ? new RowChange.Add(key, row) : new RowChange.Replace(key, row, tag)], ct))
                return after.OnDutyUntil;
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
