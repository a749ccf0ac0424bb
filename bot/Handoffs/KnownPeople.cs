using VstrsBot.Storage;

namespace VstrsBot.Handoffs;

/// <summary>Rows of people as they were read for one decision: a commit that changes one of them is conditional on it.</summary>
/// <param name="rows">Where they are read from.</param>
/// <param name="all">Everybody's, when all were read at once; whoever is not among them has no row.</param>
internal sealed class KnownPeople(HandoffRows rows, Dictionary<PersonId, StoredAvailability>? all = null)
{
    private readonly Dictionary<PersonId, StoredAvailability> read = all ?? [];

    /// <summary>What was read so far.</summary>
    public IReadOnlyDictionary<PersonId, StoredAvailability> Rows => read;

    public async ValueTask<StoredAvailability> OfAsync(PersonId person, CancellationToken ct) => read.TryGetValue(person, out var stored)
        ? stored
        : read[person] = all is null ? await rows.AvailabilityOfAsync(person, ct) : new StoredAvailability(new Availability(person), Tag: null);
}
