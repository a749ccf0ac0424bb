namespace VstrsBot.Identifiers;

/// <summary>A customer's reference, parsed once by the rule of its kind. Normalised, never corrected: a wrong one opens the wrong record.</summary>
/// <param name="Kind">Which reference.</param>
/// <param name="Value">Normalised: upper case, no spaces or punctuation.</param>
internal sealed record CustomerReference(ReferenceKind Kind, string Value)
{
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
            _ => text.Length <= 40 ? text : null,
        };
        return value is null ? (null, FaultOf(kind)) : (new CustomerReference(kind, value), null);
    }

    /// <summary>Does a text hold a valid reference of any kind with a rule, so that it must not stand in a chat?</summary>
    public static bool IsIn(string text)
    {
        var words = text.Split([' ', '\n', '\t', ',', ';', '.', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length).Any(start =>
            Enumerable.Range(1, Math.Min(6, words.Length - start)).Any(count => IsOne(string.Join(' ', words.Skip(start).Take(count)))));
    }

    private static bool IsOne(string text) =>
        NationalInsuranceNumber.Read(text) is not null || UniqueTaxpayerReference.Read(text) is not null || VatRegistrationNumber.Read(text) is not null
        || AccountsOfficeReference.Read(text) is not null || EmployerPayeReference.Read(text) is not null;

    private static string FaultOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.NationalInsuranceNumber => "Enter a National Insurance number in the correct format",
        ReferenceKind.UniqueTaxpayerReference => "Check the reference. A UTR is 10 numbers",
        ReferenceKind.VatRegistrationNumber => "Check the reference. A VAT registration number is 9 numbers",
        ReferenceKind.AccountsOfficeReference => "Check the reference. An Accounts Office reference is 13 characters: 3 numbers, P, a letter, then 8 numbers or 7 numbers and a letter",
        ReferenceKind.EmployerPayeReference => "Check the reference. An Employer PAYE reference is 3 numbers, a slash, then up to 10 letters or numbers",
        _ => "The reference must be 40 characters or fewer",
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
