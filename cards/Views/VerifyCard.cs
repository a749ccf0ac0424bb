using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Specialist's authority card, claimed: the SEES ID heard on the phone is typed here, never shown.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Adviser">Who will ring.</param>
/// <param name="YourPhone">The number they will ring.</param>
/// <param name="TryBy">When it goes to someone else if nothing was tried.</param>
/// <param name="Mri">The specialist's.</param>
public sealed record VerifyCard(string Number, string Adviser, string YourPhone, UkTime TryBy, string Mri) : IMessageView
{
    /// <summary>After a mismatch: tries left. Null before the first.</summary>
    public int? TriesLeft { get; init; }

    /// <summary>A match was not used in time; the SEES ID is asked for again.</summary>
    public bool MatchLapsed { get; init; }

    /// <summary>Which claim of the handoff it belongs to, from 1.</summary>
    public int? Claim { get; init; }

    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Authority) { Claim = Claim };
        return new(
            $"Handoff {Number}: check the SEES ID. No authority to disclose yet. Open this on a newer Teams client.",
            [
                Mark(),
                new PlainText($"{Adviser} of VSTRS will ring you on {YourPhone} and say {Number}. Ask for the SEES ID. Do not read one out."),
                new TextInput(InputIds.SeesId, "SEES ID you heard", "Enter the SEES ID", InputLimits.SeesId)
                {
                    IsRequired = true,
                    Placeholder = "Capitals and spaces do not matter",
                },
                new ActionSet(
                [
                    new ExecuteAction("Check SEES ID", Verbs.CheckSeesId, data),
                    new ExecuteAction("Give it back", Verbs.GiveBack, data) { SendsInputs = false },
                    new ExecuteAction("I'm not satisfied this is VSTRS", Verbs.NotSatisfied, data) { SendsInputs = false },
                ]),
                new TextBlock("If in doubt, use internal caller verification in SEES and do not disclose."),
                new TextBlock($"Without a try by {TryBy.Time} it goes to someone else. This service's limit cannot be extended."),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Authority, Mri));
    }

    private Container Mark() => this switch
    {
        { TriesLeft: { } left } => AuthorityMark.Warns(
            $"Not confirmed. {left} {(left == 1 ? "try" : "tries")} left. No authority.",
            new TextBlock("Ask for the SEES ID again, spelt out: A for Alfa. Then type it again.")),
        { MatchLapsed: true } => AuthorityMark.Warns(
            "Check the SEES ID again. No authority to disclose yet.",
            new TextBlock("The call was not taken in time after the last check.")),
        _ => AuthorityMark.SaysNone("Check the SEES ID. No authority to disclose yet."),
    };
}
