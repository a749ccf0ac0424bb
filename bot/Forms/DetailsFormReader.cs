using VstrsBot.Cards;
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
        var representative = form.Line(InputIds.Representative, "Representative's name", InputLimits.Name, "Enter the representative's name");
        var consent = YesOrNo(form, InputIds.ConsentToAct, "Select whether the organisation has consent to act");
        var contact = form.Line(InputIds.Contact, "Contact details", InputLimits.Contact, consent == Lists.Yes ? "Enter the representative's contact details" : null);
        var customer = form.Line(InputIds.CustomerName, "Customer's name", InputLimits.Name, "Enter the customer's name");
        var (kind, reference) = Reference(form);
        var matter = form.Choice(InputIds.Matter, matters, "Select what the customer authorised the organisation to deal with");
        var matterOther = form.Line(InputIds.MatterOther, "What they authorised", InputLimits.MatterOther, matter == OtherMatter ? "Enter what the customer authorised" : null);
        var restricted = YesOrNo(form, InputIds.Restricted, "Select whether the customer has restricted what may be disclosed");
        var restrictions = form.Text(InputIds.Restrictions, "Restrictions", InputLimits.Restrictions, restricted == Lists.Yes ? "Enter the restrictions" : null);
        var issue = form.Text(InputIds.Issue, "What you need the specialist to do", InputLimits.Issue, "Enter what you need the specialist to do");
        var callBack = form.CallBack();
        var byWhen = callBack is CallBackFields.None or "" ? null : form.CallBackBy(needed: false, now);

        return form.Done(() => new DetailsRequest(
            new HandoffDetails(
                representative, consent == Lists.Yes, consent == Lists.Yes ? contact : null, customer, kind, reference,
                matter, matter == OtherMatter ? matterOther : null, restricted == Lists.Yes ? restrictions : null, issue, callBack, byWhen?.Due, byWhen?.Choice),
            ContactDiscarded: consent == Lists.No && contact.Length > 0));
    }

    private static string YesOrNo(FormReader form, string input, string words) => form.Choice(input, [Lists.Yes, Lists.No], words);

    private static (string Kind, string Value) Reference(FormReader form)
    {
        var kind = form.Choice(InputIds.ReferenceKind, Kinds.Keys, "Select the kind of reference");
        var rule = Kinds.GetValueOrDefault(kind, ReferenceKind.Other);
        var typed = form.Line(
            InputIds.Reference, "The reference", InputLimits.Reference, "Enter the reference", text => rule != ReferenceKind.Other && CustomerReference.Read(rule, text).Reference is not null);
        if (form.HasFault(InputIds.Reference) || !Kinds.ContainsKey(kind))
            return (kind, typed);

        var (reference, fault) = CustomerReference.Read(rule, typed);
        if (fault is not null)
            form.Fault(InputIds.Reference, fault);
        return (kind, reference?.Value ?? typed);
    }
}
