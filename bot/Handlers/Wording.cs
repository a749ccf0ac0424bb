using VstrsBot.Clock;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers;

/// <summary>The sentences outside cards. Facts that stay true; nothing about a customer; no claim that authority is live.</summary>
internal static class Wording
{
    public const string NoSuchHandoff = "There is no handoff with that number.";
    public const string UnknownButton = "This button is not known here. Type: help";
    public const string BadPointer = "This card could not be read. Type: help";
    public const string WrongChannel = "This desk works in another channel. Nothing was changed.";
    public const string NotWorking =
        "Authority not confirmed. Do not disclose. This service is not working. You can follow DMBM512015 by phone: check the SEES ID in SEES, take the call, note it in IDMS.";
    public const string EndNotRecorded = "Treat the authority as ended. It is not recorded yet.";
    public const string CodeTyped = "Not checked. Delete your message, then type the SEES ID in the card below.";
    public const string CodeTypedAlone = "Not checked. Delete your message. Type sees and the handoff number alone, then type the SEES ID in the card that comes.";
    public const string DeleteYourMessage = "Delete your message. Put customer details only in the form.";

    public const string NothingToFillIn = "There is nothing to fill in any more. Type the details.";

    public static string NotYours(HandoffId id) => $"There is nothing for you on {id} here. Type: help";

    public static string CopyOfACard(HandoffId id) => $"This is a copy of your {id} card, and shows no authority. Go on with the other {id} card in this chat.";

    public static string CarryOnInChat(HandoffId id) => $"{id}: carry on in your chat with this app.";

    public static string NoNote(HandoffId id) => $"There is no note for {id} any more.";

    public static string NotOnTheRegister(PersonId who) => $"You are not on the register. Ask your lead. Your id to give them: {who.ObjectId}";

    /// <summary>A new one-line message.</summary>
    public static string Say(PostedHandoff h, Line line, DateTimeOffset at, HandoffRules rules, string? phone)
    {
        var id = h.Id.Value;
        var time = UkClock.At(at).Time;
        var specialist = (h as HeldHandoff)?.Specialist.Name ?? (h as Ended)?.Held?.Specialist.Name ?? "the specialist";
        var adviser = h.Posting.Adviser.Name;
        return line switch
        {
            Line.Accepted => $"{id}: {specialist} accepted at {time}. Ring {phone ?? "the specialist"} now. Say: handoff {id}, then your SEES ID. Keep the representative on hold.",
            Line.NobodyAccepted => $"Nobody has accepted {id} after {Minutes(rules.Ladder.ExhaustedAfter)}. Tell the representative you are still trying, or arrange a call back.",
            Line.Waiting => $"{id}: {adviser} is waiting. Check the SEES ID, or give it back.",
            Line.WentToSomeoneElse => $"{id} went to someone else at {time}. Nothing for you to do.",
            Line.GivenToSomeoneElse => $"{id} was given to someone else at {time}. If {adviser} rings, do not disclose.",
            Line.SeesIdConfirmed => $"{id}: SEES ID confirmed at {time}. Explain the issue, then complete the transfer.",
            Line.SeesIdConfirmedDetailsMissing => $"{id}: SEES ID confirmed at {time}. Details not sent. Press Send details, then complete the transfer.",
            Line.ConfirmationRunsOut => $"{id}: at {time} the call was not taken yet. If it is not taken by {UkClock.At(at + rules.ConfirmationLasts - rules.ConfirmationWarning).Time} the SEES ID must be checked again. This service's limit cannot be extended.",
            Line.ConfirmationLapsed => $"{id}: the call was not taken by {time}. The SEES ID must be checked again.",
            Line.NotConfirmed => $"{id} ended at {time}. It was not accepted. Do not complete the transfer.",
            Line.CallTaken => $"{id}: call taken at {time}. Read the authority card before you disclose.",
            Line.StillOnCallReminder => $"{id}: say whether you are still on the call by {UkClock.At(at + rules.RemindBefore).Time}. Without an answer this handoff ends.",
            Line.Withdrawn => $"{id} was withdrawn at {time}. Do not disclose.",
            Line.NotTaken => $"{id} ended at {time}. The call was not taken in {Minutes(rules.NotTakenAfter)}. Do not disclose.",
            Line.AuthorityEnded => $"{id}: authority ended at {time}.",
            Line.AuthorityLapsed => $"{id}: authority ended at {time}. This service could no longer confirm it. Do not rely on any card.",
            Line.PutOffDuty => "You did not answer two pings, so you are off duty. Type: on duty",
            Line.NotPosted => $"{id} could not be posted in the channel by {time}. Specialists on duty are asked in their own chats. You can also follow DMBM512015 by phone.",
            Line.ChannelRefused => $"{id}: at {time} Teams did not let this app write in the channel. If it was removed from the team, add it again.",
            Line.AdviserRefused => $"{id}: at {time} Teams did not let this app write to {adviser}. If they removed it, ask them to add it again.",
            Line.SpecialistRefused => $"{id}: at {time} Teams did not let this app write to somebody of DMB. If they removed it, ask them to add it again.",
            Line.CallBackArranged => $"{id} ended at {time}. A call back was arranged.",
            _ => $"{id} was ended by a lead at {time}. Do not disclose.",
        };
    }

    /// <summary>What a notification says of a card.</summary>
    public static string SummaryOf(PostedHandoff h, Surface surface, CardScene scene)
    {
        var facts = scene.Facts(h);
        return surface.Kind switch
        {
            SurfaceKind.Channel or SurfaceKind.Ping when h is Waiting => $"VSTRS handoff {facts.Number}: {facts.Area}, {facts.Stage.ToLowerInvariant()}. Can you take it?",
            SurfaceKind.Authority => $"VSTRS handoff {facts.Number}: authority card",
            SurfaceKind.Details => $"VSTRS handoff {facts.Number}: details card",
            SurfaceKind.WrapUp => $"VSTRS handoff {facts.Number}: wrap-up",
            SurfaceKind.DetailsForm => $"VSTRS handoff {facts.Number}: send the details",
            SurfaceKind.AskAdviser or SurfaceKind.AskSpecialist => $"VSTRS handoff {facts.Number}: are you still on the call?",
            SurfaceKind.Lead => $"VSTRS handoff {facts.Number}: for the lead",
            SurfaceKind.ReminderAdviser or SurfaceKind.ReminderSpecialist => $"VSTRS handoff {facts.Number}: authority ended with the call",
            SurfaceKind.Brought => $"VSTRS handoff {facts.Number}: the present card",
            _ => $"VSTRS handoff {facts.Number}",
        };
    }

    /// <summary>Why not, to whoever pressed.</summary>
    public static string For(Refusal why, PostedHandoff h) => why switch
    {
        Refusal.OwnHandoff => "You posted this handoff. Somebody else must accept it.",
        Refusal.AcceptedBy by => $"Accepted by {by.Who.Name} at {UkClock.At(by.Since).Time}. Nothing for you to do.",
        Refusal.HoldsAnother other => $"You have {other.Which}. Give it back first.",
        Refusal.NotTheClaimant => $"Only the specialist who accepted {h.Id} can do this.",
        Refusal.EarlierClaim => $"This card is from an earlier time you accepted {h.Id}. Nothing was changed. Use the newer card.",
        Refusal.NotYourHandoff => $"Only the adviser who posted {h.Id} can do this.",
        Refusal.DetailsMissing missing => $"The adviser has not sent the details yet. Ask {First(missing.Adviser)} to press Send details.",
        Refusal.OffTheRegister => "One of the two people is no longer on the register. Do not disclose. Ask your lead.",
        Refusal.NoSeesIdOnFile => "The SEES ID cannot be checked here. Do not disclose. Use internal caller verification in SEES, and tell your lead.",
        Refusal.MissedTooOften => "Not checked: too many SEES IDs you typed today did not match. Do not disclose. Use internal caller verification in SEES. Your lead has been told.",
        Refusal.AlreadyEnded ended => $"{h.Id} already ended at {UkClock.At(ended.At).Time}. Do not disclose.",
        Refusal.AdviserHasLeft => "You have left the call, so only the specialist is asked.",
        Refusal.NoCallBackKind => "Select the kind of call back and by when.",
        Refusal.ReasonNeeded => $"A lead ends a handoff with a reason. In your chat with this app, type it on the card for {h.Id} and press End.",
        Refusal.NotForYou role => ForRole(role.Needed),
        _ => NotNow(h),
    };

    /// <summary>Whose act it is, to somebody whose role it is not.</summary>
    /// <param name="about">The handoff, where there is one.</param>
    public static string ForRole(Right right, Actor by, PostedHandoff? about) => (right.Of, about) switch
    {
        (Whose.ItsAdviser, { } h) => For(new Refusal.NotYourHandoff(), h),
        (Whose.ItsSpecialist, { } h) => For(new Refusal.NotTheClaimant(), h),
        (Whose.NotItsAdviser, { } h) when h.Posting.Adviser.Id == by.Id => For(new Refusal.OwnHandoff(), h),
        _ => ForRole(right.Roles),
    };

    /// <summary>Whose act it is.</summary>
    public static string ForRole(Roles needed) => needed switch
    {
        Roles.Specialist => "Only a specialist on the register can do this.",
        Roles.Adviser => "Only a VSTRS adviser on the register can do this.",
        Roles.Lead => "Only a lead on the register can do this.",
        _ => "Your role on the register does not include this.",
    };

    private static string NotNow(PostedHandoff h) => h switch
    {
        Waiting => $"{h.Id} is waiting for a specialist. Nothing was changed.",
        Claimed c => $"{h.Id} is accepted by {c.Specialist.Name}. The SEES ID is not confirmed. Nothing was changed.",
        Confirmed c => $"{h.Id}: SEES ID confirmed. {c.Specialist.Name} has not taken the call yet. Nothing was changed.",
        _ => $"Not possible for {h.Id} now. Nothing was changed.",
    };

    private static string First(Person person) => person.Name.Split(' ')[0];

    private static string Minutes(TimeSpan span) => span.TotalMinutes == 1 ? "1 minute" : $"{span.TotalMinutes:0.#} minutes";
}
