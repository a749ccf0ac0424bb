using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Specialist's authority card, ended.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Adviser">Who had handed over.</param>
/// <param name="Ending">How it ended.</param>
public sealed record AuthorityEndedCard(string Number, string Adviser, Ending Ending) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} has ended. You may take information. Do not give any.",
        [
            Ending.Reason is EndReason.LeaseLapsed or EndReason.NotConfirmed || !Ending.Recorded
                ? AuthorityMark.Warns(Ending.State(Number), First)
                : AuthorityMark.SaysNone(Ending.State(Number), First),
            .. WhatNow.Select(line => new PlainText(line)),
            Marking.OfficialSensitive,
        ]);

    private PlainText First => new($"{Number}. {Ending.Why}");

    private IReadOnlyList<string> WhatNow => Ending switch
    {
        { Reason: EndReason.LeaseLapsed } => [$"Check with {Adviser} by phone and follow DMBM512015, or ask for a fresh handoff."],
        { Reason: EndReason.NotConfirmed } => ["Tell the caller you cannot help on this call. Your lead has been told."],
        { WasLive: true } =>
        [
            "You may take information. Do not give any.",
            "If the caller is still on the line, say: I can't discuss this further on this call. Please ring VSTRS again.",
        ],
        _ => [$"If {Adviser} rings, do not disclose. You may take information. Do not give any."],
    };
}
