using VstrsBot.Cards;
using VstrsBot.Clock;
using VstrsBot.Identifiers;

namespace VstrsBot.Forms;

/// <summary>Part 2 of the form as read.</summary>
/// <param name="ContactDiscarded">Contact details were typed without consent to act: they were not kept, and the answer says so.</param>
internal sealed record DetailsRequest(HandoffDetails Details, bool ContactDiscarded);

/// <summary>Reads part 2 of the form.</summary>
internal static class DetailsFormReader
{
    private const string OtherMatter = "other";

    private static readonly Dictionary<string, ReferenceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["nino"] = ReferenceKind.NationalInsuranceNumber,
        ["utr"] = ReferenceKind.UniqueTaxpayerReference,
        ["vat"] = ReferenceKind.VatRegistrationNumber,
        ["accountsOffice"] = ReferenceKind.AccountsOfficeReference,
        ["paye"] = ReferenceKind.EmployerPayeReference,
        ["other"] = ReferenceKind.Other,
    };

    public static FormReading<DetailsRequest> Read(IReadOnlyDictionary<string, string> inputs, IEnumerable<string> matters, DateTimeOffset now)
    {
        var form = new FormReader(inputs);
        var representative = form.Text(InputIds.Representative, InputLimits.Name, "Enter the representative's name");
        var consent = YesOrNo(form, InputIds.ConsentToAct, "Select whether the organisation has consent to act");
        var contact = form.Text(InputIds.Contact, InputLimits.Contact, consent == Lists.Yes ? "Enter the representative's contact details" : null);
        var customer = form.Text(InputIds.CustomerName, InputLimits.Name, "Enter the customer's name");
        var (kind, reference) = Reference(form, inputs);
        var matter = form.Choice(InputIds.Matter, matters, "Select what the customer authorised the organisation to deal with");
        var matterOther = form.Text(InputIds.MatterOther, InputLimits.MatterOther, matter == OtherMatter ? "Enter what the customer authorised" : null);
        var restricted = YesOrNo(form, InputIds.Restricted, "Select whether the customer has restricted what may be disclosed");
        var restrictions = form.Text(InputIds.Restrictions, InputLimits.Restrictions, restricted == Lists.Yes ? "Enter the restrictions" : null);
        var issue = form.Text(InputIds.Issue, InputLimits.Issue, "Enter what you need the specialist to do");
        var callBack = form.Choice(InputIds.CallBack, Lists.CallBackKinds.Select(c => c.Value), "Select a call back, or None");
        var callBackBy = callBack is "none" or "" ? null : CallBackBy(form, inputs, now);

        return form.Done(() => new DetailsRequest(
            new HandoffDetails(
                representative, consent == Lists.Yes, consent == Lists.Yes ? contact : null, customer, kind, reference,
                matter, matter == OtherMatter ? matterOther : null, restricted == Lists.Yes ? restrictions : null, issue, callBack, callBackBy),
            ContactDiscarded: consent == Lists.No && contact.Length > 0));
    }

    /// <summary>When a call back is due, from the list, in UK time and counted from now; null when nothing of the list was chosen.</summary>
    public static DateTimeOffset? Due(string? choice, DateTimeOffset now)
    {
        var today = UkClock.Today(now).ToDateTime(TimeOnly.MinValue);
        return choice switch
        {
            "hour" => now.AddHours(1),
            "today" => UkClock.ToUtc(today.AddHours(17)),
            "tomorrowMidday" => UkClock.ToUtc(today.AddDays(1).AddHours(12)),
            "tomorrow" => UkClock.ToUtc(today.AddDays(1).AddHours(17)),
            "week" => UkClock.ToUtc(today.AddDays(7).AddHours(17)),
            _ => null,
        };
    }

    private static string YesOrNo(FormReader form, string input, string words) => form.Choice(input, [Lists.Yes, Lists.No], words);

    private static (string Kind, string Value) Reference(FormReader form, IReadOnlyDictionary<string, string> inputs)
    {
        var kind = form.Choice(InputIds.ReferenceKind, Kinds.Keys, "Select the kind of reference");
        var typed = form.Text(InputIds.Reference, InputLimits.Reference, "Enter the reference");
        if (typed.Length is 0 or > InputLimits.Reference || !Kinds.TryGetValue(kind, out var rule))
            return (kind, typed);

        var (reference, fault) = CustomerReference.Read(rule, inputs.GetValueOrDefault(InputIds.Reference));
        if (fault is not null)
            form.Fault(InputIds.Reference, fault);
        return (kind, reference?.Value ?? typed);
    }

    private static DateTimeOffset? CallBackBy(FormReader form, IReadOnlyDictionary<string, string> inputs, DateTimeOffset now)
    {
        var due = Due(inputs.GetValueOrDefault(InputIds.CallBackBy), now);
        if (due is null)
            form.Fault(InputIds.CallBackBy, "Select by when");
        return due;
    }
}
