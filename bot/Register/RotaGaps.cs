using VstrsBot.Clock;

namespace VstrsBot.Register;

/// <summary>A time in which nobody is on by the rota.</summary>
internal sealed record RotaGap(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>"23 November 9am to 1pm", or "all of 23 November".</summary>
    public override string ToString() => UkClock.Today(From) == UkClock.Today(To)
        ? $"{UkClock.At(From).Date} {UkClock.At(From).Time} to {UkClock.At(To).Time}"
        : $"all of {UkClock.At(From).Date}";
}

/// <summary>Finds where an area's rota has nobody.</summary>
internal static class RotaGaps
{
    /// <summary>How far it is looked ahead.</summary>
    public const int Days = 7;

    /// <summary>
    /// Between the first start and the last end of each UK day, and whole days from Monday to Friday. An area without turns in those days has no
    /// rota: its people go on duty by hand.
    /// </summary>
    public static IReadOnlyList<RotaGap> Of(RegisterSnapshot register, string area, DateTimeOffset now)
    {
        var today = UkClock.Today(now);
        var days = Enumerable.Range(0, Days).Select(today.AddDays).Select(day => (Day: day, From: Midnight(day), To: Midnight(day.AddDays(1)))).ToList();
        var turns = register.Rota.Where(turn => turn.Area == area && turn.End > days[0].From && turn.Start < days[^1].To).OrderBy(turn => turn.Start).ToList();
        return turns.Count == 0 ? [] : [.. days.SelectMany(day => OfDay(day.Day, day.From, day.To, turns)).Where(gap => gap.To > now)];
    }

    private static IEnumerable<RotaGap> OfDay(DateOnly day, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<RotaEntry> turns)
    {
        var those = turns.Where(turn => turn.End > from && turn.Start < to).ToList();
        if (those.Count == 0)
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return new RotaGap(from, to);
            yield break;
        }

        var covered = those[0].Start;
        foreach (var turn in those)
        {
            if (turn.Start > covered)
                yield return new RotaGap(covered, turn.Start);
            covered = turn.End > covered ? turn.End : covered;
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => UkClock.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
