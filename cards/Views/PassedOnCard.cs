using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Why a specialist no longer holds a handoff.</summary>
public enum PassedOnBecause
{
    YouGaveItBack,
    AdviserAskedForSomeoneElse,
    NoAttempt,
}

/// <summary>Specialist's authority card after the handoff went to someone else.</summary>
/// <param name="Number">K7F3.</param>
/// <param name="Adviser">Who might still ring.</param>
/// <param name="Because">Why.</param>
/// <param name="At">When.</param>
public sealed record PassedOnCard(string Number, string Adviser, PassedOnBecause Because, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        $"Handoff {Number} is no longer yours. If the adviser rings, do not disclose.",
        [
            AuthorityMark.SaysNone(
                Because switch
                {
                    PassedOnBecause.YouGaveItBack => $"You gave {Number} back at {At.Time}. No authority.",
                    PassedOnBecause.AdviserAskedForSomeoneElse => $"{Number} was given to someone else at {At.Time}.",
                    _ => $"{Number} went to someone else at {At.Time}.",
                },
                new PlainText($"Nothing for you to do. If {Adviser} rings, do not disclose.")),
            Marking.OfficialSensitive,
        ]);
}
