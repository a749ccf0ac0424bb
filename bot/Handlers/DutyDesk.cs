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

    public Task<DateTimeOffset?> OnAsync(Actor by, CancellationToken ct) => SetAsync(by, Until(time.GetUtcNow()), "OnDuty", ct);

    public Task OffAsync(Actor by, CancellationToken ct) => SetAsync(by, until: null, "OffDuty", ct);

    public Task HeardAsync(Actor by, bool heard, CancellationToken ct) =>
        days.AppendAsync(store, [new RecordEntry(time.GetUtcNow(), heard ? "TestPingHeard" : "TestPingNotHeard", by.Id.ToString(), by.Person.Name)], ct);

    public async Task<DateTimeOffset?> UntilAsync(PersonId id, CancellationToken ct) =>
        (await rows.AvailabilityOfAsync(id, ct)).Value.OnDutyUntil is { } until && until > time.GetUtcNow() ? until : null;

    private async Task<DateTimeOffset?> SetAsync(Actor by, DateTimeOffset? until, string kind, CancellationToken ct)
    {
        var entry = new RecordEntry(time.GetUtcNow(), kind, by.Id.ToString(), by.Person.Name);
        for (var race = 0; race < 20; race++)
        {
            var (value, tag) = await rows.AvailabilityOfAsync(by.Id, ct);
            if (value.OnDutyUntil == until)
                return until;
            var row = HandoffJson.Write(value with { OnDutyUntil = until });
            var key = RowKeys.Availability(by.Id);
            if (await days.TryAppendAsync(store, [entry], [tag is null ? new RowChange.Add(key, row) : new RowChange.Replace(key, row, tag)], ct))
                return until;
        }

        throw new StoreUnavailableException("Duty could not be changed.");
    }

    private static DateTimeOffset Until(DateTimeOffset now)
    {
        var midnight = UkClock.Today(now).ToDateTime(TimeOnly.MinValue);
        var evening = UkClock.ToUtc(midnight + DayEnds);
        return now < evening ? evening : UkClock.ToUtc(midnight.AddDays(1));
    }
}
