using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Forms;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>What whoever pressed is answered: the present card of the surface they pressed on, as they may see it.</summary>
internal sealed class Answers(HandoffDrawings drawings, WorkingData working, DeskLists lists)
{
    /// <summary>The present card, bland: what is stored in Teams, or will be in a moment.</summary>
    public async Task<InvokeResponse> PresentAsync(PostedHandoff state, Actor by, string? surfaceName, CancellationToken ct)
    {
        if (surfaceName == Surfaces.Channel)
            return InvokeResponse.Message(InChannel(state, by));
        if (SurfaceOf(state, by, surfaceName) is not { } surface)
            return InvokeResponse.Message(Wording.NotYours(state.Id));

        var scene = await drawings.SceneAsync(state, by.Id, ct);
        return HandoffDrawings.DrawOn(state, surface, scene) is { } view ? Card(view, surface) : InvokeResponse.Message(Wording.NotYours(state.Id));
    }

    /// <summary>The banner as the verified specialist asks for it, with what bounds the disclosure.</summary>
    public async Task<InvokeResponse> BannerAsync(Live live, Actor by, CancellationToken ct)
    {
        if (await working.FindAsync<HandoffDetails>(live.Id, ct) is not { } details)
            return await PresentAsync(live, by, Surfaces.Authority, ct);

        var scene = await drawings.SceneAsync(by.Id, by.Id, ct);
        var detail = new LiveDetail(details.Representative, MatterOf(details), details.Restrictions, UkClock.At(live.ConfirmedAt));
        return Card(new LiveAuthorityAnswer(SpecialistDrawing.Facts(live, scene, UkClock.ToTheSecond(scene.Now)), detail), new Surface(SurfaceKind.Authority, live.PassedOn.Count + 1));
    }

    /// <summary>Everything the adviser sent, for the verified specialist alone.</summary>
    public async Task<InvokeResponse> DetailsAsync(HeldHandoff held, Actor by, CancellationToken ct)
    {
        if (await working.FindAsync<HandoffDetails>(held.Id, ct) is not { } details)
            return InvokeResponse.Message(Wording.For(new Refusal.DetailsMissing(held.Posting.Adviser), held));

        var scene = await drawings.SceneAsync(by.Id, by.Id, ct);
        var customer = new CustomerDetails(
            details.CustomerName, CardScene.NameOf(Lists.ReferenceKinds, details.ReferenceKind), details.Reference, details.Representative,
            MatterOf(details), details.Issue, CallBackOf(details))
        {
            ConsentToAct = details.ConsentToAct,
            Contact = details.Contact,
            Restrictions = details.Restrictions,
        };
        return Card(new DetailsAnswer(held.Id.Value, customer, UkClock.At(scene.Now), scene.Mri));
    }

    /// <summary>The wrap-up with the note to copy into IDMS.</summary>
    public async Task<InvokeResponse> NoteAsync(Ended ended, CancellationToken ct)
    {
        var details = await working.FindAsync<HandoffDetails>(ended.Id, ct);
        return details is null
            ? InvokeResponse.Message(Wording.NoNote(ended.Id))
            : Card(new WrapUpAnswer(ended.Id.Value, UkClock.At(ended.At), IdmsNote.Write(ended, details, MatterOf(details), CallBackOf(details)), Values: null, []));
    }

    public static InvokeResponse Card(ICardView view, Surface? on = null) =>
        InvokeResponse.Card(HandoffDrawings.Json(view.Render())) with { AuthorityOn = view is IAuthorityView ? on?.ToString() ?? "" : null };

    /// <summary>A form that is to be put right; a client that sent it as a message is told the faults alone.</summary>
    public static InvokeResponse Faulty(ICardView view, IReadOnlyList<string> faults) => Card(view) with { Words = $"{string.Join(". ", faults)}." };

    private string MatterOf(HandoffDetails details) => details.MatterOther ?? CardScene.NameOf(lists.Matters, details.Matter);

    private static string CallBackOf(HandoffDetails details) =>
        CardScene.NameOf(Lists.CallBackKinds, details.CallBack) + (details.CallBackBy is { } by ? $", by {UkClock.At(by).InFull}" : "");

    private static string InChannel(PostedHandoff state, Actor by) => state switch
    {
        HeldHandoff h when h.Specialist.Id == by.Id => $"You have {h.Id}. Carry on in your chat with this app.",
        HeldHandoff h => Wording.For(new Refusal.AcceptedBy(h.Specialist, h.ClaimedAt), h),
        Ended { Unrecorded: true } => Wording.EndNotRecorded, // another bot may know nothing of it
        Ended e => Wording.For(new Refusal.AlreadyEnded(e.Reason, e.At), e),
        _ when state.Asks.FindLast(ask => ask.Who.Id == by.Id) is { Answer: AskAnswer.Declined } => $"You can't take {state.Id}. Others are being asked.",
        _ => $"{state.Id} is waiting for a specialist.",
    };

    /// <summary>The surface of this person's that a card's pointer means; null when it is not theirs.</summary>
    public static Surface? SurfaceOf(PostedHandoff state, Actor by, string? name) => name switch
    {
        Surfaces.Adviser or Surfaces.DetailsForm when state.Posting.Adviser.Id == by.Id =>
            name == Surfaces.Adviser ? Surface.Adviser : Surface.DetailsForm,
        Surfaces.Ask when state.Posting.Adviser.Id == by.Id => LastAsk(state) is var no and > 0 ? new Surface(SurfaceKind.AskAdviser, no) : null,
        Surfaces.Ask when HandoffDrawings.SpecialistOf(state) == by.Id => LastAsk(state) is var no and > 0 ? new Surface(SurfaceKind.AskSpecialist, no) : null,
        Surfaces.Ping => state.Asks.FindLast(a => a.Who.Id == by.Id) is { } ask ? new Surface(SurfaceKind.Ping, ask.No) : null,
        Surfaces.Authority or Surfaces.Details when ClaimOf(state, by) is { } claim =>
            new Surface(name == Surfaces.Authority ? SurfaceKind.Authority : SurfaceKind.Details, claim),
        Surfaces.WrapUp when HandoffDrawings.SpecialistOf(state) == by.Id => Surface.WrapUp,
        Surfaces.Lead => state.LeadsTold.FindIndex(l => l.Id == by.Id) is var place and >= 0 ? new Surface(SurfaceKind.Lead, place + 1) : null,
        _ => null,
    };

    private static int LastAsk(PostedHandoff state) => state switch
    {
        Live l => l.AskNo,
        Ended { Held: { } held } => held.AskNo,
        _ => 0,
    };

    private static int? ClaimOf(PostedHandoff state, Actor by) => HandoffDrawings.SpecialistOf(state) == by.Id
        ? state.PassedOn.Count + 1
        : state.PassedOn.FindLastIndex(p => p.Who.Id == by.Id) is var place and >= 0 ? place + 1 : null;
}
