using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>Buttons that belong to no handoff yet: the form, duty, help.</summary>
internal sealed class DeskButtons(HandoffPosting posting, DutyDesk duty, TimeProvider time)
{
    public static bool Knows(string verb) => verb is
        Verbs.FindSomeone or Verbs.StartHandoff or Verbs.OnDuty or Verbs.OffDuty or Verbs.Heard or Verbs.NotHeard or Verbs.Help;

    public async Task<InvokeResponse> HandleAsync(Actor by, CardAction action, Sender sender, CancellationToken ct) => action.Verb switch
    {
        Verbs.FindSomeone => await posting.SubmitAsync(by, action, sender, ct),
        Verbs.StartHandoff => Answers.Card(await posting.NewFormAsync(ct)),
        Verbs.OnDuty => Answers.Card(new DutyTestCard(UkClock.At(await duty.OnAsync(by, ct)))),
        Verbs.OffDuty => await OffAsync(by, ct),
        Verbs.Heard or Verbs.NotHeard => await HeardAsync(by, action.Verb == Verbs.Heard, ct),
        _ => Answers.Card(Help.Card),
    };

    private async Task<InvokeResponse> OffAsync(Actor by, CancellationToken ct)
    {
        await duty.OffAsync(by, ct);
        return InvokeResponse.Message("You are off duty.");
    }

    private async Task<InvokeResponse> HeardAsync(Actor by, bool heard, CancellationToken ct)
    {
        await duty.HeardAsync(by, heard, ct);
        return Answers.Card(new DutyTestAnsweredCard(heard, UkClock.At(time.GetUtcNow())));
    }
}
