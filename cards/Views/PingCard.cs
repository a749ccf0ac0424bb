using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>The ping in the specialist's own chat.</summary>
/// <param name="Handoff">What anyone asked may know.</param>
/// <param name="To">Who is asked.</param>
/// <param name="Mri">Theirs.</param>
public sealed record PingCard(HandoffFacts Handoff, Mention To, string Mri) : IMessageView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Handoff.Number, Surfaces.Ping);
        return new(
            $"Handoff {Handoff.Number} is waiting for a specialist. Can you take it? Type: accept {Handoff.Number}",
            [
                AuthorityMark.SaysNone("Waiting for a specialist. No authority to disclose."),
                new TextBlock($"{To.Tag}, can you take {Handoff.Number}?"),
                new PlainText(Handoff.InOneSentence),
                new TextBlock($"{Handoff.Posted} A caller is on hold."),
                new ActionSet(
                [
                    new ExecuteAction("Accept", Verbs.Accept, data),
                    new ExecuteAction("I can't take it", Verbs.Decline, data),
                ]),
                Marking.OfficialSensitive,
            ],
            CardRefresh.For(Handoff.Number, Surfaces.Ping, Mri))
        {
            MsTeams = new MsTeams([To.Entity]),
        };
    }
}
