namespace VstrsBot.Forms;

/// <summary>Part 2 of the form: everything about the customer. Working data: it stands encrypted, and only in answers.</summary>
/// <param name="Contact">Null unless the organisation has consent to act.</param>
/// <param name="ReferenceKind">Value of the list of reference kinds.</param>
/// <param name="Reference">Normalised.</param>
/// <param name="Matter">Value of the list of matters.</param>
/// <param name="Restrictions">Null when the adviser says there are none.</param>
/// <param name="CallBack">Value of the list of call back kinds.</param>
/// <param name="CallBackBy">When a call back is due, UTC; null when no time was chosen.</param>
/// <param name="ByWhen">The choice that <paramref name="CallBackBy"/> came from, for the form refilled.</param>
internal sealed record HandoffDetails(
    string Representative, bool ConsentToAct, string? Contact, string CustomerName, string ReferenceKind, string Reference,
    string Matter, string? MatterOther, string? Restrictions, string Issue, string CallBack, DateTimeOffset? CallBackBy, string? ByWhen = null)
{
    /// <summary>Nothing prints it.</summary>
    public override string ToString() => "(details)";
}
