using VstrsBot.Storage;

namespace VstrsBot.Handoffs;

/// <summary>Brings together who is on the register, who is on duty and who is free.</summary>
internal sealed class Rosters(IDeskPeople people, HandoffRows rows, TimeProvider time)
{
    /// <summary>The roster of an area, with the rows it was made from: a commit that changes one of them is conditional on it.</summary>
    public async Task<(Roster Roster, Dictionary<PersonId, StoredAvailability> Known)> ForAsync(string? area, HandoffId? handoff, CancellationToken ct)
    {
        Dictionary<PersonId, StoredAvailability> known = [];
        if (area is null)
            return (Roster.Nobody, known);

        var of = await people.OfAreaAsync(area, ct);
        var now = time.GetUtcNow();
        List<Candidate> onDuty = [];
        foreach (var (who, onRotaSince) in of.Specialists)
        {
            var stored = known[who.Id] = await rows.AvailabilityOfAsync(who.Id, ct);
            var row = stored.Value;
            if (row.IsOnDuty(onRotaSince, now))
                onDuty.Add(new Candidate(who, row.FreeSince ?? DateTimeOffset.MinValue, row.FreeFor(handoff), row.Unanswered));
        }

        return (new Roster([.. onDuty], of.Leads, of.AdviserLeads), known);
    }
}
