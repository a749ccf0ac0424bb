using VstrsBot.Cards.Model;
using VstrsBot.Clock;
using VstrsBot.Handoffs;

namespace VstrsBot.Register;

/// <summary>Something to know of a register.</summary>
/// <param name="Do">What to do about it; null when it is as it should be.</param>
internal sealed record RegisterNote(string Says, string? Do = null)
{
    public override string ToString() => Do is null ? Says : $"{Says} {Do}";
}

/// <summary>How many people each ladder asks, where the rota has gaps, and who has no phone: for whoever imports, and for <c>doctor</c>.</summary>
internal static class RegisterNotes
{
    public static IEnumerable<RegisterNote> Of(RegisterSnapshot register, IReadOnlyList<Choice> areas, Ladder ladder, DateTimeOffset now)
    {
        if (register.People.IsEmpty)
            yield break;

        var today = UkClock.Today(now);
        var served = areas.Where(area => register.SpecialistsFor(area.Value, today).Any()).ToList();
        foreach (var area in served)
            yield return new RegisterNote($"{area.Title}: {Ladder(register, area.Value, ladder, today)}");
        if (areas.Except(served).Select(area => area.Title).ToList() is { Count: > 0 } nobody)
            yield return new RegisterNote($"Nobody is a specialist for {string.Join(", ", nobody)}.", "Name specialists in people.csv, or take the area out of Lists:Areas.");

        var unled = served.Where(area => !register.LeadsOf(area.Value, today).Any()).Select(area => area.Title).ToList();
        if (unled.Count > 0)
            yield return new RegisterNote($"Nobody leads {string.Join(", ", unled)}.", "Name a lead in people.csv: nobody is told when nobody accepts.");
        if (!register.LeadsOf(RegisterSnapshot.Advisers, today).Any())
            yield return new RegisterNote("Nobody leads the advisers.", $"Name a lead with the area {RegisterSnapshot.Advisers} in people.csv: nobody is told of a SEES ID that does not match.");

        foreach (var area in served)
        {
            if (RotaGaps.Of(register, area.Value, now) is { Count: > 0 } gaps)
                yield return new RegisterNote($"{area.Title}: nobody by the rota {string.Join("; ", gaps)}.", "Fill the rota, or let somebody type: on duty");
        }

        var phoneless = register.People.Where(p => p.Role == Roles.Specialist && p.IsOn(today) && p.Phone is null).Select(p => p.Name).ToList();
        if (phoneless.Count > 0)
            yield return new RegisterNote($"No phone: {string.Join(", ", phoneless)}.", "Give their numbers in people.csv: the adviser is told no number to ring.");
    }

    /// <summary>"asks 1 at once, 2 more after 45 s, nobody more after 90 s".</summary>
    private static string Ladder(RegisterSnapshot register, string area, Ladder ladder, DateOnly today)
    {
        var left = register.SpecialistsFor(area, today).Count();
        List<string> rungs = [];
        foreach (var rung in ladder.Rungs)
        {
            var asked = Math.Min(rung.Ask ?? left, left);
            left -= asked;
            var more = rungs.Count > 0 ? " more" : "";
            var when = rung.After == TimeSpan.Zero ? "at once" : $"after {rung.After.TotalSeconds:0} s";
            rungs.Add($"{(asked == 0 ? "nobody" : asked)}{more} {when}");
        }

        return $"the ladder asks {string.Join(", ", rungs)}, as far as they are on duty.";
    }
}
