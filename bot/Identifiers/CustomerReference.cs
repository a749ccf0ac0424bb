namespace VstrsBot.Identifiers;

/// <summary>A customer's reference, parsed once by the rule of its kind. Normalised, never corrected: a wrong one opens the wrong record.</summary>
/// <param name="Kind">Which reference.</param>
/// <param name="Value">Normalised: upper case, no spaces or punctuation.</param>
internal sealed record CustomerReference(ReferenceKind Kind, string Value)
{
    private const int LongestOther = 40;

    /// <summary>Reads what was typed.</summary>
    /// <returns>The reference, or what to say: GOV.UK words, naming the format and not the mistake.</returns>
    public static (CustomerReference? Reference, string? Fault) Read(ReferenceKind kind, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
            return (null, "Enter the reference");

        var value = kind switch
        {
            ReferenceKind.NationalInsuranceNumber => NationalInsuranceNumber.Read(text),
            ReferenceKind.UniqueTaxpayerReference => UniqueTaxpayerReference.Read(text),
            ReferenceKind.VatRegistrationNumber => VatRegistrationNumber.Read(text),
            ReferenceKind.AccountsOfficeReference => AccountsOfficeReference.Read(text),
            ReferenceKind.EmployerPayeReference => EmployerPayeReference.Read(text),
            _ => text.Length <= LongestOther ? text : null,
        };
        return value is null ? (null, FaultOf(kind)) : (new CustomerReference(kind, value), null);
    }

    /// <summary>Does a text hold a valid reference of any kind with a rule, so that it must not stand in a chat?</summary>
    public static bool IsIn(string text) => ReferenceInText.IsIn(text);

    private static string FaultOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.NationalInsuranceNumber => "Enter a National Insurance number in the correct format",
        ReferenceKind.UniqueTaxpayerReference => "Check the reference. A UTR is 10 numbers",
        ReferenceKind.VatRegistrationNumber => "Check the reference. A VAT registration number is 9 numbers",
        ReferenceKind.AccountsOfficeReference => "Check the reference. An Accounts Office reference is 13 characters: 3 numbers, P, a letter, then 8 numbers or 7 numbers and a letter",
        ReferenceKind.EmployerPayeReference => "Check the reference. An Employer PAYE reference is 3 numbers, a slash, then up to 10 letters or numbers",
        _ => $"The reference must be {LongestOther} characters or fewer",
    };

    /// <summary>Nothing prints it.</summary>
    public override string ToString() => $"({Kind})";
}

/// <summary>The kinds of reference the form offers.</summary>
internal enum ReferenceKind
{
    NationalInsuranceNumber,
    UniqueTaxpayerReference,
    VatRegistrationNumber,
    AccountsOfficeReference,
    EmployerPayeReference,
    Other,
}
