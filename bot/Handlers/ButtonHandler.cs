using System.Globalization;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>A press on a card: who pressed is looked up before the card's pointer is read.</summary>
internal sealed class ButtonHandler(IDeskPeople people, HandoffService handoffs, Answers answers, KnownCards cards, FormHandler forms, FreshHandoff fresh, DeskButtons desk, DutyDesk duty, PressLines presses)
{
    public async Task<InvokeResponse> HandleAsync(Sender sender, CancellationToken ct)
    {
        if (!CardAction.TryRead(sender.Activity, out var action, out _))
            return InvokeResponse.Error("BadRequest", Wording.BadPointer);

        _ = HandoffId.TryParse(action["handoff"], out var id);
        var finding = action.Verb is Verbs.TakeCall or Verbs.CheckNow ? FindAsync() : null; // beside the press: somebody waits for the banner
        var answer = await PressAsync(sender, action, ct);
        if (answer.AuthorityOn is not { } surface)
            return answer;
        if (await (finding ?? FindAsync()) is not { } standing)
            throw new StoreUnavailableException("Where the card stands cannot be read.");
        return KnownCards.IsEdited(standing, surface) ? answer : InvokeResponse.Message(Wording.CopyOfACard(id));

        Task<IReadOnlyList<string>?> FindAsync() => cards.FindAsync(id, sender.Activity.ReplyToId, ct);
    }

    /// <summary>The same press, from a card or typed.</summary>
    public async Task<InvokeResponse> PressAsync(Sender sender, CardAction action, CancellationToken ct)
    {
        var isEnd = !action.IsAutomatic && Ends(action.Verb); // it waits for nothing that it can do without
        var found = isEnd ? people.FindToEndAsync(sender.Id, ct) : people.FindAsync(sender.Id, ct);
        await Task.WhenAll(found, action.IsAutomatic || isEnd ? Task.CompletedTask : duty.HeardFromAsync(sender.Id, ct));
        if (await found is not { } by)
            return TurnedAway(action, sender.Id);
        by = by with { Delivery = sender.Delivery };
        if (!WhoMay.Do(action.IsAutomatic ? Verbs.View : action.Verb, by.Roles))
            return await RefuseAsync(action, by, ct);
        if (DeskButtons.Knows(action.Verb))
            return await desk.HandleAsync(by, action, sender, ct);
        if (!HandoffId.TryParse(action["handoff"], out var id))
            return InvokeResponse.Error("BadRequest", Wording.BadPointer);

        if (action.IsAutomatic || action.Verb == Verbs.View)
            return await handoffs.FindAsync(id, ct) is { } present ? await answers.PresentAsync(present, by, action["surface"], ct) : Unknown;
        if (action.Verb == Verbs.Fresh)
            return await fresh.OpenAsync(id, by, ct);
        if (action.Verb == Verbs.FillIn)
            return await fresh.FillInAsync(id, by, ct);
        if (FormHandler.Knows(action.Verb))
            return await forms.HandleAsync(id, by, action, ct);
        if (CommandOf(action, by) is not { } command)
            return InvokeResponse.Error("BadRequest", Missing(action.Verb));

        return await AnswerAsync(await handoffs.ExecuteAsync(id, command, ct), command, by, action, ct);
    }

    /// <summary>A press, or what is typed for it, that may take a banner away.</summary>
    public static bool Ends(string verb) => verb is Verbs.EndCall or Verbs.NotOn or Verbs.LeadEnd;

    private async Task<InvokeResponse> RefuseAsync(CardAction action, Actor by, CancellationToken ct)
    {
        if (WhoMay.RightTo(action.IsAutomatic ? Verbs.View : action.Verb) is not { } right)
            return InvokeResponse.Error("BadRequest", Wording.UnknownButton);

        var about = HandoffId.TryParse(action["handoff"], out var id) ? await handoffs.FindAsync(id, ct) : null;
        if (!action.IsAutomatic)
            presses.Turned(about?.Id, by.Id, by.Person.Name, action.Verb, "NotForYou");
        if (about is null && id != default && !DeskButtons.Knows(action.Verb))
            return Unknown;
        return InvokeResponse.Message(Wording.ForRole(right, by, about));
    }

    private InvokeResponse TurnedAway(CardAction action, PersonId who)
    {
        if (!action.IsAutomatic && WhoMay.RightTo(action.Verb) is not null)
            presses.Turned(id: null, who, name: null, action.Verb, "NotOnTheRegister");
        return InvokeResponse.Message(Wording.NotOnTheRegister(who));
    }

    private static InvokeResponse Unknown => InvokeResponse.Message(Wording.NoSuchHandoff);

    private async Task<InvokeResponse> AnswerAsync(Outcome outcome, HandoffCommand command, Actor by, CardAction action, CancellationToken ct) => (outcome, command) switch
    {
        (Outcome.Unknown, _) => Unknown,
        (Outcome.NotRecorded, _) => InvokeResponse.Message(Wording.EndNotRecorded),
        (Outcome.Refused { Why: Refusal.AlreadyEnded, State: var ended }, _) => await answers.PresentAsync(ended, by, action["surface"], ct),
        (Outcome.Refused refused, _) => InvokeResponse.Message(Wording.For(refused.Why, refused.State)),
        (Outcome.Now { State: Live live }, TakeCall or ReadIn { What: Reading.Authority }) when action["surface"] != Surfaces.Channel => await answers.BannerAsync(live, by, ct),
        (Outcome.Now { State: HeldHandoff held }, ReadIn { What: Reading.Details }) => await answers.DetailsAsync(held, by, ct),
        (Outcome.Now { State: OpenHandoff open }, EndCall) => InvokeResponse.Message(Wording.For(new Refusal.ReasonNeeded(), open)),
        (Outcome.Now { State: Ended ended }, ReadIn { What: Reading.Note }) => await answers.NoteAsync(ended, ct),
        (Outcome.Now now, _) => await answers.PresentAsync(now.State, by, action["surface"], ct),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Missing(string verb) => verb switch
    {
        Verbs.CheckSeesId => "Enter the SEES ID",
        Verbs.DeclineReason => "Select why",
        _ => Wording.UnknownButton,
    };

    /// <summary>Null when typed, and on a card that does not say.</summary>
    private static int? ClaimOf(CardAction action) => int.TryParse(action["claim"], NumberStyles.None, CultureInfo.InvariantCulture, out var claim) ? claim : null;

    /// <summary>The command a verb means; null when the verb is not known, or what it needs was not typed.</summary>
    private static HandoffCommand? CommandOf(CardAction action, Actor by) => action.Verb switch
    {
        Verbs.Accept => new Claim(by, Holds: null),
        Verbs.Decline => new Decline(by),
        Verbs.DeclineReason when Lists.DeclineReasons.FirstOrDefault(choice => choice.Value == action[InputIds.DeclineWhy]) is { } why => new GiveReason(by, why.Value),
        Verbs.CheckSeesId when SeesId.TryParse(action[InputIds.SeesId], out var heard) => new CheckSeesIdHeard(by, heard, ClaimOf(action)),
        Verbs.GiveBack => new GiveBack(by, ClaimOf(action)),
        Verbs.NotSatisfied => new NotSatisfied(by, ClaimOf(action)),
        Verbs.TakeCall => new TakeCall(by, BothOnRegister: false, ClaimOf(action)),
        Verbs.ShowDetails => new ReadIn(by, Reading.Details),
        Verbs.CheckNow => new ReadIn(by, Reading.Authority),
        Verbs.ShowNote => new ReadIn(by, Reading.Note),
        Verbs.StillOn => new SayStillOnCall(by),
        Verbs.NotOn or Verbs.EndCall => new EndCall(by),
        Verbs.Left => new LeaveCall(by),
        Verbs.Withdraw => new Withdraw(by, PostedInError: false),
        Verbs.PostedInError => new Withdraw(by, PostedInError: true),
        Verbs.SomeoneElse => new AskSomeoneElse(by, ClaimOf(action)),
        Verbs.AskAgain => new AskAgain(by),
        _ => null,
    };
}
