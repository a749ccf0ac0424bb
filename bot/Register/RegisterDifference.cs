namespace VstrsBot.Register;

/// <summary>One thing an import changes; never a SEES ID.</summary>
/// <param name="What">Name of the fact in the record: added, removed, changed, organisationsAdded and so on.</param>
/// <param name="Shown">To whoever imports.</param>
/// <param name="Recorded">People by object id; what changed, not to what.</param>
internal sealed record RegisterChange(string What, string Shown, string Recorded);

/// <summary>What an import changes.</summary>
internal static class RegisterDifference
{
    public static IReadOnlyList<RegisterChange> Between(RegisterSnapshot before, RegisterSnapshot after) =>
    [
        .. People(before, after),
        .. Items("organisations", "Organisation", before.Organisations, after.Organisations, InWords),
        .. Items("rota", "Turn of duty", before.Rota, after.Rota, InWords),
    ];

    private static IEnumerable<RegisterChange> People(RegisterSnapshot before, RegisterSnapshot after)
    {
        var old = before.People.ToDictionary(p => (p.Id, p.Role));
        var now = after.People.ToDictionary(p => (p.Id, p.Role));
        foreach (var (key, gone) in old.Where(p => !now.ContainsKey(p.Key)))
            yield return new RegisterChange("removed", $"Removed: {gone}", InWords(gone));
        foreach (var (key, person) in now)
        {
            if (!old.TryGetValue(key, out var was))
                yield return new RegisterChange("added", $"Added: {person}", InWords(person));
            else if (Changes(was, person).ToList() is { Count: > 0 } changes)
                yield return new RegisterChange("changed", $"Changed: {person}: {string.Join(", ", changes.Select(c => c.Shown))}", $"{InWords(person)}: {string.Join(", ", changes.Select(c => c.Field))}");
        }
    }

    private static IEnumerable<(string Field, string Shown)> Changes(RegisterEntry before, RegisterEntry after)
    {
        if (before.Name != after.Name)
            yield return ("name", $"name was {before.Name}");
        if (!before.Areas.SequenceEqual(after.Areas))
            yield return ("areas", $"areas {InWords(before.Areas)} to {InWords(after.Areas)}");
        if (before.Phone != after.Phone)
            yield return ("phone", $"phone {before.Phone ?? "none"} to {after.Phone ?? "none"}");
        if (before.SeesId != after.SeesId)
            yield return ("seesId", "SEES ID changed");
        if (before.From != after.From || before.To != after.To)
            yield return ("dates", $"dates {InWords(before.From, before.To)} to {InWords(after.From, after.To)}");
    }

    private static IEnumerable<RegisterChange> Items<T>(string fact, string what, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> inWords)
    {
        var (old, now) = (before.ToHashSet(), after.ToHashSet());
        return
        [
            .. old.Except(now).Select(inWords).Select(item => new RegisterChange($"{fact}Removed", $"Removed: {what} {item}", item)),
            .. now.Except(old).Select(inWords).Select(item => new RegisterChange($"{fact}Added", $"Added: {what} {item}", item)),
        ];
    }

    private static string InWords(RegisterEntry person) => $"{person.Id} {person.Role.ToString().ToLowerInvariant()}";

    private static string InWords(Organisation organisation) => organisation is { From: null, To: null } ? organisation.Name : $"{organisation.Name} {InWords(organisation.From, organisation.To)}";

    private static string InWords(RotaEntry turn) => $"{turn.Id} {turn.Area} {turn.Start:yyyy-MM-dd'T'HH:mm'Z'} to {turn.End:yyyy-MM-dd'T'HH:mm'Z'}";

    private static string InWords(IReadOnlyCollection<string> areas) => areas.Count == 0 ? "none" : string.Join(';', areas);

    private static string InWords(DateOnly? from, DateOnly? to) => $"({(from is { } first ? $"from {first:yyyy-MM-dd}" : "from the beginning")}{(to is { } last ? $" to {last:yyyy-MM-dd}" : "")})";
}
