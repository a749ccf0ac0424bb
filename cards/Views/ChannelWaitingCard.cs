using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Channel, waiting.</summary>
/// <param name="Handoff">What the channel may know.</param>
/// <param name="Asked">Who has been asked so far; each is mentioned.</param>
public sealed record ChannelWaitingCard(HandoffFacts Handoff, IReadOnlyList<Mention> Asked) : IMessageView
{
    private const int MostMentions = 20;

    public AdaptiveCard Render()
    {
        var mentioned = Asked.DistinctBy(person => person.Id).Take(MostMentions).ToList();
        var data = new CardData(Handoff.Number, Surfaces.Channel);
        return new(
            $"Handoff {Handoff.Number} is waiting for a specialist. Type: accept {Handoff.Number}",
            [
                AuthorityMark.SaysNone("Waiting for a specialist. No authority to disclose."),
                .. Question(mentioned),
                new PlainText(Handoff.InOneSentence),
                new TextBlock($"{Handoff.Posted} A caller is on hold."),
                new ActionSet(
                [
                    new ExecuteAction("Accept", Verbs.Accept, data),
                    new ExecuteAction("I can't take it", Verbs.Decline, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.ByHand(Handoff.Number, Surfaces.Channel))
        {
            MsTeams = mentioned is [] ? null : new MsTeams([.. mentioned.Select(person => person.Entity)]),
        };
    }

    private IEnumerable<CardElement> Question(List<Mention> mentioned) => mentioned is []
        ? [new TextBlock($"Nobody has been asked yet. Any specialist can take {Handoff.Number}.")]
        : [new TextBlock($"{string.Join(", ", mentioned.Select(person => person.Tag))}, can you take {Handoff.Number}?")];
}
