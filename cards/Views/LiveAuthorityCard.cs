using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>What the specialist's banner says, stored or asked for.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Specialist">The reader, the one person who may disclose.</param>
/// <param name="Adviser">Who handed the call over.</param>
/// <param name="Organisation">Whose representative is on the line.</param>
/// <param name="Since">When the call was taken, rounded up.</param>
/// <param name="Until">Until when to believe this card.</param>
/// <param name="Checked">When it was last checked; on an answer to the second ("10:45:12am").</param>
/// <param name="NextAsk">When "still on the call?" comes next.</param>
/// <param name="EndsBy">The longest time allowed.</param>
/// <param name="Mri">The specialist's.</param>
public sealed record LiveFacts(
    string Number,
    string Specialist,
    string Adviser,
    string Organisation,
    UkTime Since,
    LeaseEnd Until,
    UkTime Checked,
    UkTime NextAsk,
    UkTime EndsBy,
    string Mri);

/// <summary>Specialist's authority card, live: what Teams stores. Renewed while the bot is well.</summary>
public sealed record LiveAuthorityCard(LiveFacts Live) : IMessageView, IAuthorityView
{
    public AdaptiveCard Render() => LiveAuthority.Draw(Live, $"Checked {Live.Checked.Time}.", []);
}

/// <summary>What only the verified specialist is answered.</summary>
/// <param name="Representative">Who is on the line.</param>
/// <param name="Matter">It bounds what may be disclosed.</param>
/// <param name="Restrictions">The customer's, or null when the adviser says there are none.</param>
/// <param name="SeesIdConfirmedAt">When.</param>
public sealed record LiveDetail(string Representative, string Matter, string? Restrictions, UkTime SeesIdConfirmedAt);

/// <summary>Specialist's authority card as asked for (I have taken the call, Check now); gone at the next renewal.</summary>
public sealed record LiveAuthorityAnswer(LiveFacts Live, LiveDetail Detail) : IAnswerView, IAuthorityView
{
    public AdaptiveCard Render() => LiveAuthority.Draw(
        Live,
        $"Checked at {Live.Checked.Time}.",
        [
            new PlainText(Detail.Representative) { Label = "Representative" },
            new PlainText(Detail.Matter) { Label = "Matter" },
            new PlainText(RestrictionWords.For(Detail.Restrictions)) { Label = "Restrictions" },
            new PlainText($"{Live.Adviser}. SEES ID confirmed {Detail.SeesIdConfirmedAt.Time}.") { Label = "VSTRS adviser" },
        ]);
}

internal static class RestrictionWords
{
    public static string For(string? restrictions) => string.IsNullOrWhiteSpace(restrictions) ? "the adviser says none." : restrictions;
}

internal static class LiveAuthority
{
    public static AdaptiveCard Draw(LiveFacts live, string checkedAt, IReadOnlyList<CardElement> detail)
    {
        var data = new CardData(live.Number, Surfaces.Authority);
        return new(
            $"Handoff {live.Number}. This client cannot show whether authority stands. Do not disclose. Type: check {live.Number}",
            [
                AuthorityMark.SaysLive(
                    $"AUTHORITY LIVE until {live.Until.Shown.Time}. {checkedAt}",
                    new PlainText($"Live since {live.Since.Time}, accepted from {live.Adviser} of VSTRS."),
                    new PlainText(
                        $"You, {live.Specialist}, may disclose to the representative of {live.Organisation} as if a 64-8 were on record, "
                        + "on this call only, for the matter on the details card. It ends when the call ends."),
                    new TextBlock($"Do not rely on this after {live.Until.Shown.InFull}.")),
                .. detail,
                new PlainText($"{live.Number}. Next check {live.NextAsk.Time}. It ends by {live.EndsBy.Time} at the latest. This service's limit cannot be extended."),
                new ActionSet(
                [
                    new ExecuteAction("Check now", Verbs.CheckNow, data),
                    new ExecuteAction("Still on the call", Verbs.StillOn, data),
                    new ExecuteAction("Call ended", Verbs.EndCall, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(live.Number, Surfaces.Authority, live.Mri, live.Until.Iso));
    }
}
