using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class LeadSamples
{
    private static readonly Choice[] Elsewhere = [new("Time To Pay", "ttp"), new("Field Force", "field")];

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("lead-waiting", new LeadWaitingCard(Facts, NobodyAccepted: false, Elsewhere, LeahMri)),
        new("lead-nobody-accepted", new LeadWaitingCard(Facts, NobodyAccepted: true, Elsewhere, LeahMri)),
        new("lead-accepted", new LeadAcceptedCard(Facts, Priya, At("10:42am"), LeahMri)),
        new("lead-live", new LeadLiveCard(Facts, Priya, At("10:45am"), LeahMri)),
        new Sample("lead-moved", new LeadMovedCard(Number, "Court action", "Time To Pay", At("10:46am"))).Over(),
        new Sample("lead-call-back", new LeadCallBackCard(Number, "Court action", "We ring the customer", new UkTime("5pm", "24 November"))).Over(),
        new Sample("lead-lock-out", new LeadLockOutCard(Number, Tom, Priya, At("10:46am"), CodeMayBeOld: false)).Over(),
        new Sample("lead-lock-out-again", new LeadLockOutCard(Number, Tom, Priya, At("10:46am"), CodeMayBeOld: true)).Over(),
        new Sample("lead-ended", new LeadEndedCard(Number, "Court action", Priya, Ended(EndReason.Lead, byYou: true))).Over(),
        new Sample("lead-ended-not-taken", new LeadEndedCard(Number, "Court action", null, Ended(EndReason.NotTaken, wasLive: false))).Over(),
    ];
}
