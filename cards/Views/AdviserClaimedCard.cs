using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Whom the adviser rings.</summary>
/// <param name="Name">As the register has it.</param>
/// <param name="Phone">Their number for handoffs.</param>
/// <param name="TeamsAddress">Principal name or Entra object id for a Teams call; null leaves the button out.</param>
public sealed record PersonToRing(string Name, string Phone, string? TeamsAddress)
{
    internal CardAction[] RingInTeams => TeamsAddress is null ? [] : [OpenUrlAction.TeamsCall("Ring in Teams", TeamsAddress)];
}

/// <summary>Adviser's status card, claimed.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Specialist">Whom to ring.</param>
/// <param name="AcceptedAt">When they accepted.</param>
/// <param name="DetailsSentAt">When part 2 came in, or null.</param>
/// <param name="Mri">The adviser's.</param>
public sealed record AdviserClaimedCard(string Number, PersonToRing Specialist, UkTime AcceptedAt, UkTime? DetailsSentAt, string Mri) : IMessageView
{
    /// <summary>Which claim of the handoff it belongs to, from 1.</summary>
    public int? Claim { get; init; }

    public AdaptiveCard Render()
    {
        var data = new CardData(Number, Surfaces.Adviser) { Claim = Claim };
        return new(
            $"Handoff {Number} was accepted at {AcceptedAt.Time}. Ring the specialist, say the handoff number, then your SEES ID.",
            [
                AuthorityMark.SaysNone(
                    $"{Number} accepted. Ring the specialist now.",
                    new PlainText($"{Specialist.Name} accepted at {AcceptedAt.Time}. Ring {Specialist.Phone} now.")),
                new TextBlock($"Say: handoff {Number}, then your SEES ID. Keep the representative on hold."),
                new TextBlock(DetailsLine.For(DetailsSentAt)),
                new ActionSet(
                [
                    .. Specialist.RingInTeams,
                    new ExecuteAction("Ask someone else", Verbs.SomeoneElse, data),
                    new ExecuteAction("Withdraw", Verbs.Withdraw, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Number, Surfaces.Adviser, Mri));
    }
}
