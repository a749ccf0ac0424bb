using VstrsBot.Cards.Model;

namespace VstrsBot.Handlers;

/// <summary>The lists of a desk that are settings: names of teams and matters change.</summary>
internal sealed record DeskLists
{
    /// <summary>Specialisms, as DMB's public guidance names them (DMBM516200, DMBM585180 and others).</summary>
    public IReadOnlyList<Choice> Areas { get; init; } =
    [
        new("Self Assessment debt", "selfAssessment"),
        new("PAYE, CIS and National Insurance debt", "paye"),
        new("VAT debt", "vat"),
        new("Time To Pay", "timeToPay"),
        new("Field Force", "fieldForce"),
        new("Court action", "courtAction"),
        new("Enforcement and insolvency", "insolvency"),
        new("Tax credits debt", "taxCredits"),
        new("Breathing Space and debt respite", "breathingSpace"),
        new("Extra Support Team", "extraSupport"),
    ];

    /// <summary>What a customer can authorise an organisation to deal with; "other" asks for a text.</summary>
    public IReadOnlyList<Choice> Matters { get; init; } =
    [
        new("Self Assessment debt", "selfAssessment"),
        new("PAYE debt", "paye"),
        new("VAT debt", "vat"),
        new("Tax credits debt", "taxCredits"),
        new("A payment arrangement", "arrangement"),
        new("Enforcement action", "enforcement"),
        new("Other", "other"),
    ];
}
