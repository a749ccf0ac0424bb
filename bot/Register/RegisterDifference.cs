namespace VstrsBot.Register;

/// <summary>What an import changes, in plain lines; never a SEES ID.</summary>
internal static class RegisterDifference
{
    public static IReadOnlyList<string> Between(RegisterSnapshot before, RegisterSnapshot after) =>
    [
        .. People(before, after),
        .. Named("Organisation", before.Organisations.Select(o => o.ToString()), after.Organisations.Select(o => o.ToString())),
        .. Named("Rota", before.Rota.Select(r => r.ToString()), after.Rota.Select(r => r.ToString())),
    ];

    private static IEnumerable<string> People(RegisterSnapshot before, RegisterSnapshot after)
    {
        var old = before.People.ToLookup(p => (p.Id, p.Role));
        var now = after.People.ToLookup(p => (p.Id, p.Role));
        foreach (var gone in old.Where(p => !now.Contains(p.Key)))
            yield return $"Removed: {gone.First()}";
        foreach (var entry in now)
        {
            var person = entry.First();
            if (!old.Contains(entry.Key))
                yield return $"Added: {person}";
            else if (Changes(old[entry.Key].First(), person).ToList() is { Count: > 0 } changes)
                yield return $"Changed: {person}: {string.Join(", ", changes)}";
        }
    }

    private static IEnumerable<string> Changes(RegisterEntry before, RegisterEntry after)
    {
        if (before.Name != after.Name)
            yield return $"name was {before.Name}";
        if (!before.Areas.SequenceEqual(after.Areas))
            yield return $"areas {string.Join(";", before.Areas)} to {string.Join(";", after.Areas)}";
        if (before.Phone != after.Phone)
            yield return $"phone {before.Phone ?? "none"} to {after.Phone ?? "none"}";
        if (before.SeesId != after.SeesId)
            yield return "SEES ID changed";
        if (before.From != after.From || before.To != after.To)
            yield return "dates changed";
    }

    private static IEnumerable<string> Named(string what, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return [.. old.Except(now).Select(x => $"Removed: {what} {x}"), .. now.Except(old).Select(x => $"Added: {what} {x}")];
    }
}
