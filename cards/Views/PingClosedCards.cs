using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>A ping somebody else answered.</summary>
public sealed record PingAcceptedByOtherCard(string Number, string Specialist, UkTime AcceptedAt) : IMessageView
{
    public AdaptiveCard Render() => PingClosed.Draw(
        Number,
        $"{Number} accepted. No authority.",
        new PlainText($"Accepted by {Specialist} at {AcceptedAt.Time}. Nothing for you to do."));
}

/// <summary>The ping its reader accepted. It points to the cards below it.</summary>
public sealed record PingYouAcceptedCard(string Number, UkTime AcceptedAt) : IMessageView
{
    public AdaptiveCard Render() => PingClosed.Draw(
        Number,
        $"You accepted {Number} at {AcceptedAt.Time}.",
        new TextBlock("This card gives no authority. Go on with the authority card below."));
}

/// <summary>A ping whose handoff went another way: ended, withdrawn, moved to another specialism.</summary>
public sealed record PingNotNeededCard(string Number, PingNotNeeded Because, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => PingClosed.Draw(
        Number,
        $"{Number} no longer needs you. Nothing for you to do.",
        new TextBlock(Because switch
        {
            PingNotNeeded.Withdrawn => $"It was withdrawn at {At.Time}.",
            PingNotNeeded.Moved => $"It was moved to another specialism at {At.Time}.",
            PingNotNeeded.PassedOn => $"It went to someone else at {At.Time}.",
            _ => $"It ended at {At.Time}.",
        }));
}

/// <summary>Why nobody needs to answer a ping any more.</summary>
public enum PingNotNeeded
{
    Ended,
    Withdrawn,
    Moved,
    PassedOn,
}

internal static class PingClosed
{
    public static AdaptiveCard Draw(string number, string state, CardElement line) => new(
        $"Handoff {number}. Nothing to answer here.",
        [AuthorityMark.SaysNone(state, line), Marking.OfficialSensitive]);
}
