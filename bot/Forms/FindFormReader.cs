using VstrsBot.Cards;

namespace VstrsBot.Forms;

/// <summary>Part 1 of the form: nothing is typed.</summary>
internal sealed record FindRequest(string Organisation, string Area, string DebtStage, string WhyNotVstrs);

/// <summary>Reads part 1 of the form.</summary>
internal static class FindFormReader
{
    public static FormReading<FindRequest> Read(IReadOnlyDictionary<string, string> inputs, IEnumerable<string> organisations, IEnumerable<string> areas)
    {
        var form = new FormReader(inputs);
        form.Choice(InputIds.CallerVerified, ["true"], "Confirm you have verified the representative");
        var organisation = form.Choice(InputIds.Organisation, organisations, "Select the voluntary organisation");
        var area = form.Choice(InputIds.Area, areas, "Select a specialism");
        var stage = form.Choice(InputIds.DebtStage, Lists.DebtStages.Select(c => c.Value), "Select the debt stage, or Not known");
        var why = form.Choice(InputIds.WhyNotVstrs, Lists.WhyNotVstrs.Select(c => c.Value), "Select why VSTRS cannot settle it");
        return form.Done(() => new FindRequest(organisation, area, stage, why));
    }
}
