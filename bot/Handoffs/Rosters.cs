using VstrsBot.Storage;

namespace VstrsBot.Handoffs;

/// <summary>Brings together who is on the register, who is on duty and who is free.</summary>
internal sealed class Rosters(IDeskPeople people, HandoffRows rows, TimeProvider time)
{
    /// <summary>The roster of an area, with the rows it was made from.</summary>
    public async Task<(Roster Roster, KnownPeople Known)> ForAsync(string? area, HandoffId? handoff, CancellationToken ct)
    {
        if (area is null)
            return (Roster.Nobody, new KnownPeople(rows));

        var of = await people.OfAreaAsync(area, ct);
        var known = new KnownPeople(rows, await rows.AllAvailabilityAsync(ct));
        var now = time.GetUtcNow();
        List<Candidate> onDuty = [];
        foreach (var (who, onRotaSince) in of.Specialists.Where(specialist => !known.CannotTell(specialist.Who.Id)))
        {
            var row = (await known.OfAsync(who.Id, ct)).Value;
            if (row.IsOnDuty(onRotaSince, now))
                onDuty.Add(new Candidate(who, row.FreeSince ?? DateTimeOffset.MinValue, row.FreeFor(handoff), row.Unanswered));
        }

        return (new Roster([.. onDuty], of.Leads, of.AdviserLeads), known);
    }
}
