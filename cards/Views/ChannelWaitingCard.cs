using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Channel, waiting.</summary>
/// <param name="Handoff">What the channel may know.</param>
/// <param name="Asked">Who has been asked and has not answered; each is mentioned.</param>
public sealed record ChannelWaitingCard(HandoffFacts Handoff, IReadOnlyList<Mention> Asked) : IMessageView
{
    /// <summary>Names of those who were asked and need not answer any more.</summary>
    public IReadOnlyList<string> AskedBefore { get; init; } = [];

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
        ? [new PlainText($"{Before ?? "Nobody has been asked yet."} Any specialist can take {Handoff.Number}.")]
        : [new TextBlock($"{string.Join(", ", mentioned.Select(person => person.Tag))}, can you take {Handoff.Number}?"), .. Before is null ? (CardElement[])[] : [new PlainText(Before)]];

    private string? Before => AskedBefore.Distinct(StringComparer.Ordinal).Take(MostMentions).ToList() switch
    {
        [] => null,
        [var one] => $"{one} was asked.",
        [.. var others, var last] => $"{string.Join(", ", others)} and {last} were asked.",
    };
}
