using VstrsBot.Storage;

namespace VstrsBot.Handoffs;

/// <summary>Rows of people as they were read for one decision: a commit that changes one of them is conditional on it.</summary>
/// <param name="rows">Where they are read from.</param>
/// <param name="all">Everybody's, when all were read at once, null where it cannot be read; whoever is not among them has no row.</param>
internal sealed class KnownPeople(HandoffRows rows, Dictionary<PersonId, StoredAvailability?>? all = null)
{
    private readonly Dictionary<PersonId, StoredAvailability> read =
        all?.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!) ?? [];

    /// <summary>What was read so far.</summary>
    public IReadOnlyDictionary<PersonId, StoredAvailability> Rows => read;

    /// <summary>Their row is of another release, or broken: nobody can say whether they are free.</summary>
    public bool CannotTell(PersonId person) => all is not null && all.TryGetValue(person, out var stored) && stored is null;

    /// <exception cref="UnreadableRowException">It cannot be told: what would change it is not done.</exception>
    public async ValueTask<StoredAvailability> OfAsync(PersonId person, CancellationToken ct)
    {
        if (read.TryGetValue(person, out var stored))
            return stored;
        if (CannotTell(person))
            throw new UnreadableRowException(RowKeys.Availability(person));
        return read[person] = all is null ? await rows.AvailabilityOfAsync(person, ct) : new StoredAvailability(new Availability(person), Tag: null);
    }
}
