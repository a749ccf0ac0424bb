using VstrsBot.Cards.Views;
using VstrsBot.Forms;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>
/// A fresh handoff after one that ended: the forms come refilled, in answers, for the adviser who typed them, and without the
/// declarations. It verifies again and inherits no authority.
/// </summary>
internal sealed class FreshHandoff(HandoffService handoffs, HandoffPosting posting, WorkingData working, DeskLists lists, Answers answers)
{
    /// <summary>Part 1, refilled.</summary>
    public async Task<InvokeResponse> OpenAsync(HandoffId id, Actor by, CancellationToken ct) => await handoffs.FindAsync(id, ct) switch
    {
        null => InvokeResponse.Message(Wording.NoSuchHandoff),
        Ended ended when ended.Posting.Adviser.Id == by.Id => Answers.Card(await RefilledAsync(ended.Posting, ct)),
        Ended ended => InvokeResponse.Message(Wording.For(new Refusal.NotYourHandoff(), ended)),
        var open => await answers.PresentAsync(open, by, Cards.Surfaces.Adviser, ct),
    };

    /// <summary>Part 2, refilled from the handoff that this one follows.</summary>
    public async Task<InvokeResponse> FillInAsync(HandoffId id, Actor by, CancellationToken ct)
    {
        if (await handoffs.FindAsync(id, ct) is not { } state)
            return InvokeResponse.Message(Wording.NoSuchHandoff);
        if (state.Posting.Adviser.Id != by.Id)
            return InvokeResponse.Message(Wording.For(new Refusal.NotYourHandoff(), state));
        if (state is Live or Ended)
            return await answers.PresentAsync(state, by, Cards.Surfaces.DetailsForm, ct);
        if (state.Posting.Follows is not { } follows || await working.FindAsync<HandoffDetails>(follows, ct) is not { } details)
            return InvokeResponse.Message(Wording.NothingToFillIn);

        return Answers.Card(new DetailsFormAnswer(id.Value, id.Value, lists.Matters, DetailsInForm.Afresh(details), [], Drawing.CardScene.Sent(state)));
    }

    private async Task<FindSomeoneForm> RefilledAsync(Posting before, CancellationToken ct) => (await posting.NewFormAsync(ct)) with
    {
        Follows = before.Id.Value,
        Values = new FindSomeoneValues(CallerVerified: null, before.Organisation, before.Area, before.DebtStage, before.WhyNotVstrs),
    };
}
