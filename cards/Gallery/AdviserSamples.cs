using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class AdviserSamples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("adviser-waiting", new AdviserWaitingCard(Number, [new AskLine(Priya, AskResult.Asked, At("10:41am"))], new NextAsk(2, At("10:42am")), At("10:42am"), At("11:11am"), TomMri)),
        new("adviser-waiting-asked-many", new AdviserWaitingCard(Number, Asks, new NextAsk(1, At("10:43am")), null, At("11:11am"), TomMri)),
        new("adviser-waiting-passed-on", new AdviserWaitingCard(Number,
        [
            new(Priya, AskResult.GaveBack, At("10:43am")),
            new(Amir, AskResult.NoAttempt, At("10:46am")),
            new("Grace Osei", AskResult.SomeoneElse, At("10:48am")),
        ], null, At("10:42am"), At("11:11am"), TomMri)),
        new("adviser-nobody-accepted", new AdviserNobodyAcceptedCard(Number, "3 minutes", Asks, At("10:42am"), At("11:11am"), "customer", "tomorrow", TomMri)),
        new("adviser-accepted", new AdviserClaimedCard(Number, RingPriya, At("10:42am"), At("10:42am"), TomMri) { Claim = 1 }),
        new("adviser-accepted-details-not-sent", new AdviserClaimedCard(Number, RingPriya with { TeamsAddress = null }, At("10:42am"), null, TomMri) { Claim = 1 }),
        new("adviser-confirmed", new AdviserConfirmedCard(Number, RingPriya, At("10:44am"), At("10:42am"), TomMri) { Claim = 1 }),
        new("adviser-confirmed-details-not-sent", new AdviserConfirmedCard(Number, RingPriya, At("10:44am"), null, TomMri) { Claim = 1 }),
        new("adviser-live", new AdviserLiveCard(Number, Priya, Until, At("10:45am"), null, TomMri)),
        new("adviser-live-left", new AdviserLiveCard(Number, Priya, Until, At("10:45am"), At("10:46am"), TomMri)),
        .. Enum.GetValues<EndReason>().Select(reason => new Sample($"adviser-ended-{Dashed(reason)}", new AdviserEndedCard(Number, How(reason), CallBack(reason))) { Final = true }),
        new("adviser-ended-not-recorded", new AdviserEndedCard(Number, How(EndReason.Adviser) with { Recorded = false })) { Final = true },
        new("adviser-after-end", new AfterEndCard(Number, At("10:58am"))) { Final = true },
    ];

    private static Ending How(EndReason reason) => reason switch
    {
        EndReason.Adviser => Ended(reason, byYou: true),
        EndReason.Specialist => Ended(reason, by: Priya),
        EndReason.Lead => Ended(reason, by: Leah),
        EndReason.Withdrawn => Ended(reason, wasLive: false, byYou: true),
        EndReason.CallBackArranged or EndReason.NotConfirmed or EndReason.NotTaken => Ended(reason, wasLive: false),
        _ => Ended(reason),
    };

    private static string? CallBack(EndReason reason) => reason is EndReason.CallBackArranged ? "We ring the customer, by 5pm on 24 November" : null;
}
