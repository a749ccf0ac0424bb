using System.Text.Json.Nodes;
using VstrsBot.Addresses;
using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;

namespace VstrsBot.Handlers.Drawing;

/// <summary>State to card: what the outbox sends for each surface and each fact.</summary>
internal sealed class HandoffDrawings(
    IDeskPeople people, AddressBook addresses, HandoffRules rules, HandoffTimes times, DeskLists lists, TimeProvider time) : IDrawings
{
    public async Task<Outbox.Drawing?> DrawAsync(PostedHandoff state, OwedEffect owed, Sending how, CancellationToken ct) =>
        owed.Show is { } surface ? await CardAsync(state, surface, how, ct) : await WordsAsync(state, owed, ct);

    /// <summary>The scene for one reader; also for answers to invokes.</summary>
    public async Task<CardScene> SceneAsync(PersonId? reader, PersonId? specialist, CancellationToken ct)
    {
        var mri = reader is { } who ? await addresses.MriOfAsync(who, ct) ?? "" : "";
        var phone = specialist is { } taker ? await people.PhoneOfAsync(taker, ct) : null;
        return new CardScene(rules, times, time.GetUtcNow(), mri, phone, lists.Areas, lists.Matters);
    }

    /// <summary>The same for a state. What has ended names no reader and no number to ring: it is drawn without the store, which may be away.</summary>
    public Task<CardScene> SceneAsync(PostedHandoff state, PersonId? reader, CancellationToken ct) =>
        state is Ended ? SceneAsync(reader: null, specialist: null, ct) : SceneAsync(reader, SpecialistOf(state), ct);

    private async Task<Outbox.Drawing?> CardAsync(PostedHandoff state, Surface surface, Sending how, CancellationToken ct)
    {
        var reader = Readers.Of(state, surface)?.Id;
        if (reader is null && surface != Surface.Channel)
            return null;
        if (reader is { } addressee && state is not Ended)
            await addresses.KnowAsync(addressee, ct); // a card names its reader by MRI

        var scene = await SceneAsync(state, reader, ct);
        if (DrawOn(state, surface, scene, bland: how != Sending.Update) is not { } view || (surface.Kind != SurfaceKind.Brought && IsTooLate(view, how)))
            return null;

        return new Outbox.Drawing(Json(view.Render()), Words: null, Wording.SummaryOf(state, surface, scene), Alerts(surface, view), view is IAuthorityView);
    }

    private async Task<Outbox.Drawing?> WordsAsync(PostedHandoff state, OwedEffect owed, CancellationToken ct)
    {
        if (LateWords.IsTooLate(owed.Say!.Value, time.GetUtcNow() - owed.At!.Value))
            return null;

        var phone = SpecialistOf(state) is { } taker ? await people.PhoneOfAsync(taker, ct) : null;
        var words = Wording.Say(state, owed.Say.Value, owed.At.Value, rules, phone);
        return new Outbox.Drawing(Card: null, words, words, Alert: owed.To is not null, ShowsAuthority: false);
    }

    /// <summary>What stands on a surface in this state; null where there is nothing any more.</summary>
    public static IMessageView? DrawOn(PostedHandoff state, Surface surface, CardScene scene, bool bland = false) => surface.Kind switch
    {
        SurfaceKind.Channel => bland ? ChannelDrawing.Bland(state, scene) : ChannelDrawing.Draw(state, scene),
        SurfaceKind.Adviser => AdviserDrawing.Status(state, scene, bland),
        SurfaceKind.FindForm => new FindSomeoneDoneCard(state.Id.Value),
        SurfaceKind.DetailsForm => AdviserDrawing.DetailsForm(state, state.Id.Value, scene),
        SurfaceKind.Ping => SpecialistDrawing.Ping(state, state.Asks[surface.No - 1], scene),
        SurfaceKind.Authority => SpecialistDrawing.Authority(state, surface.No, scene, bland),
        SurfaceKind.Details => SpecialistDrawing.Details(state, surface.No, scene),
        SurfaceKind.WrapUp => SpecialistDrawing.WrapUp(state),
        SurfaceKind.AskAdviser => SpecialistDrawing.StillOnCall(state, surface.No, toAdviser: true, scene),
        SurfaceKind.AskSpecialist => SpecialistDrawing.StillOnCall(state, surface.No, toAdviser: false, scene),
        SurfaceKind.ReminderAdviser or SurfaceKind.ReminderSpecialist => Reminder(state, toAdviser: surface.Kind == SurfaceKind.ReminderAdviser),
        SurfaceKind.Lead => LeadDrawing.Draw(state, state.LeadsTold[surface.No - 1], scene),
        SurfaceKind.Brought => Brought(state, state.Brought[surface.No - 1], scene, bland),
        _ => throw new ArgumentOutOfRangeException(nameof(surface)),
    };

    public static JsonNode Json(AdaptiveCard card) => JsonObject.Create(CardJson.ToElement(card))!;

    public static PersonId? SpecialistOf(PostedHandoff state) => Readers.SpecialistOf(state)?.Id;

    private static AfterEndReminderCard? Reminder(PostedHandoff state, bool toAdviser) =>
        state is Ended e ? new AfterEndReminderCard(e.Id.Value, Clock.UkClock.At(e.At), toAdviser) : null;

    private static IMessageView? Brought(PostedHandoff state, BroughtCard card, CardScene scene, bool bland) =>
        state.IsNewest(card) ? DrawOn(state, card.Of, scene, bland) : new NewerCardBelow(state.Id.Value);

    /// <summary>A card that would only say that it is over is not posted; a banner that somebody deleted is, ended.</summary>
    private static bool IsTooLate(IMessageView view, Sending how) => how != Sending.Update && !(how == Sending.PostAfresh && view is AuthorityEndedCard) && view is
        PingAcceptedByOtherCard or PingYouAcceptedCard or PingNotNeededCard or PingDeclinedCard or DetailsEmptiedCard or PassedOnCard
        or AuthorityEndedCard or AskEndedCard or AskAnsweredCard or DetailsClosedCard or WrapUpClosedCard or FindSomeoneDoneCard;

    private static bool Alerts(Surface surface, IMessageView view) =>
        view is PingCard or AskCard or LeadLockOutCard or LeadWaitingCard || surface.Kind == SurfaceKind.Authority;
}
