using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Forms;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>Presses that carry what was typed: part 2, wrap-up, call back, and a lead's reasons.</summary>
internal sealed class FormHandler(HandoffService handoffs, Answers answers, WorkingData working, DeskLists lists, TimeProvider time)
{
    public static bool Knows(string verb) => verb is
        Verbs.SendDetails or Verbs.ChangeDetails or Verbs.WrapUp or Verbs.ArrangeCallBack or Verbs.Move or Verbs.LeadEnd;

    public Task<InvokeResponse> HandleAsync(HandoffId id, Actor by, CardAction action, CancellationToken ct) => action.Verb switch
    {
        Verbs.ArrangeCallBack => ArrangeCallBackAsync(id, by, action, ct),
        Verbs.Move => MoveAsync(id, by, action, ct),
        Verbs.LeadEnd => EndAsync(id, by, action, ct),
        _ => FilledInAsync(id, by, action, ct),
    };

    /// <summary>Forms that the present state is needed to draw again.</summary>
    private async Task<InvokeResponse> FilledInAsync(HandoffId id, Actor by, CardAction action, CancellationToken ct) =>
        (await handoffs.FindAsync(id, ct), action.Verb) switch
        {
            (null, _) => InvokeResponse.Message(Wording.NoSuchHandoff),
            ({ } state, Verbs.SendDetails) => await SendDetailsAsync(state, by, action, ct),
            ({ } state, Verbs.ChangeDetails) => await ChangeDetailsAsync(state, by, ct),
            ({ } state, _) => await WrapUpAsync(state, by, action, ct),
        };

    private async Task<InvokeResponse> SendDetailsAsync(PostedHandoff state, Actor by, CardAction action, CancellationToken ct)
    {
        var id = state.Id;
        if (state.Posting.Adviser.Id != by.Id)
            return InvokeResponse.Message(Wording.For(new Refusal.NotYourHandoff(), state));

        var reading = DetailsFormReader.Read(action.Data, lists.Matters.Select(c => c.Value), time.GetUtcNow());
        if (reading.Value is not { } request)
        {
            var faults = reading.Faults.Select(fault => fault.Words).Distinct(StringComparer.Ordinal).ToList();
            return Answers.Faulty(new DetailsFormAnswer(id.Value, id.Value, lists.Matters, DetailsInForm.Typed(reading.Shown), faults, Drawing.CardScene.Sent(state)), faults);
        }

        var details = request.Details;
        if (state is OpenHandoff { DetailsAt: { } before } and not Live && await working.FindAsync<HandoffDetails>(id, ct) is { } sent && sent with { CallBackBy = details.CallBackBy } == details)
            return Answers.Card(new DetailsSentCard(id.Value, UkClock.At(before), request.ContactDiscarded)); // delivered again

        var command = new SendDetails(by, details.Matter, details.CallBack, details.CallBackBy);
        return await handoffs.ExecuteAsync(id, command, ct, () => [working.Row(id, details)]) switch
        {
            Outcome.Now { State: Live or Ended } late => await answers.PresentAsync(late.State, by, Surfaces.DetailsForm, ct), // delivered again
            Outcome.Now { State: { DetailsAt: { } at } } => Answers.Card(new DetailsSentCard(id.Value, UkClock.At(at), request.ContactDiscarded)),
            Outcome.Refused refused => await answers.PresentAsync(refused.State, by, Surfaces.DetailsForm, ct),
            _ => InvokeResponse.Message(Wording.NoSuchHandoff),
        };
    }

    /// <summary>The form refilled, in an answer, for the adviser who typed it.</summary>
    private async Task<InvokeResponse> ChangeDetailsAsync(PostedHandoff state, Actor by, CancellationToken ct)
    {
        var id = state.Id;
        if (state.Posting.Adviser.Id != by.Id)
            return InvokeResponse.Message(Wording.For(new Refusal.NotYourHandoff(), state));
        if (state is Live or Ended || await working.FindAsync<HandoffDetails>(id, ct) is not { } details)
            return await answers.PresentAsync(state, by, Surfaces.DetailsForm, ct);

        return Answers.Card(new DetailsFormAnswer(id.Value, id.Value, lists.Matters, DetailsInForm.Refilled(details), [], Drawing.CardScene.Sent(state)));
    }

    private async Task<InvokeResponse> WrapUpAsync(PostedHandoff state, Actor by, CardAction action, CancellationToken ct)
    {
        var id = state.Id;
        var form = new FormReader(action.Data);
        var outcome = form.Choice(InputIds.Outcome, Lists.Outcomes.Select(c => c.Value), "Select the outcome");
        form.Text(InputIds.Note, "The note", InputLimits.Note, missing: null);
        var reading = form.Done(() => outcome);
        if (reading.Value is null && state is Ended { WrapUp: null } ended && ended.Held?.Specialist.Id == by.Id)
        {
            var values = new WrapUpValues(reading.Shown.GetValueOrDefault(InputIds.Outcome), reading.Shown.GetValueOrDefault(InputIds.Note), action[InputIds.InIdms]);
            List<string> faults = [.. reading.Faults.Select(f => f.Words)];
            return Answers.Faulty(new WrapUpAnswer(id.Value, UkClock.At(ended.At), NoteToCopy: null, values, faults), faults);
        }

        return await RunAsync(id, by, action, new SendWrapUp(by, outcome, action[InputIds.InIdms] == "true"), ct);
    }

    private async Task<InvokeResponse> ArrangeCallBackAsync(HandoffId id, Actor by, CardAction action, CancellationToken ct)
    {
        var form = new FormReader(action.Data);
        var kind = form.Choice(InputIds.CallBack, Lists.CallBackKinds.Select(c => c.Value).Where(value => value != CallBackFields.None), "Select the kind of call back");
        var byWhen = form.CallBackBy(needed: true, time.GetUtcNow());
        var reading = form.Done(() => kind);
        return reading.Value is null ? Faults(reading.Faults) : await RunAsync(id, by, action, new ArrangeCallBack(by, kind, byWhen!.Due), ct);
    }

    private async Task<InvokeResponse> MoveAsync(HandoffId id, Actor by, CardAction action, CancellationToken ct)
    {
        var form = new FormReader(action.Data);
        var area = form.Choice(InputIds.MoveTo, lists.Areas.Select(c => c.Value), "Select where to move it");
        var why = Reason(form);
        var reading = form.Done(() => area);
        return reading.Value is null ? Faults(reading.Faults) : await RunAsync(id, by, action, new Move(by, area, why), ct);
    }

    private async Task<InvokeResponse> EndAsync(HandoffId id, Actor by, CardAction action, CancellationToken ct)
    {
        var form = new FormReader(action.Data);
        var why = Reason(form);
        var reading = form.Done(() => why);
        return reading.Value is null ? Faults(reading.Faults) : await RunAsync(id, by, action, new EndAsLead(by, why), ct);
    }

    private static string Reason(FormReader form)
    {
        var why = form.Line(InputIds.Reason, "The reason", InputLimits.Reason, "Enter the reason");
        if (Identifiers.CustomerReference.IsIn(why))
            form.Fault(InputIds.Reason, "Take the customer's reference out of the reason");
        return why;
    }

    private static InvokeResponse Faults(IReadOnlyList<FormFault> faults) => InvokeResponse.Message(string.Join(". ", faults.Select(f => f.Words.TrimEnd('.'))) + ".");

    private async Task<InvokeResponse> RunAsync(HandoffId id, Actor by, CardAction action, HandoffCommand command, CancellationToken ct) =>
        await handoffs.ExecuteAsync(id, command, ct) switch
        {
            Outcome.Now now => await answers.PresentAsync(now.State, by, action["surface"], ct),
            Outcome.Refused refused => InvokeResponse.Message(Wording.For(refused.Why, refused.State)),
            Outcome.NotRecorded => InvokeResponse.Message(Wording.EndNotRecorded),
            _ => InvokeResponse.Message(Wording.NoSuchHandoff),
        };
}
