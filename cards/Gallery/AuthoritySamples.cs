using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class AuthoritySamples
{
    private static readonly VerifyCard Verify = new(Number, Tom, Phone, At("10:45am"), PriyaMri) { Claim = 1 };
    private static readonly LiveDetail Detail = new("Sam Carter", "Self Assessment debt", null, At("10:44am"));

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("authority-verify", Verify),
        new("authority-verify-2-tries-left", Verify with { TriesLeft = 2 }),
        new("authority-verify-1-try-left", Verify with { TriesLeft = 1 }),
        new("authority-verify-match-lapsed", Verify with { MatchLapsed = true }),
        new("authority-confirmed", new ConfirmedCard(Number, Tom, At("10:44am"), At("10:49am"), DetailsSent: true, PriyaMri) { Claim = 1 }),
        new("authority-confirmed-details-not-sent", new ConfirmedCard(Number, Tom, At("10:44am"), At("10:49am"), DetailsSent: false, PriyaMri) { Claim = 1 }),
        new("authority-live", new LiveAuthorityCard(Live)),
        new("authority-live-asked-for", new LiveAuthorityAnswer(Live with { Checked = At("10:45:12am") }, Detail)),
        new("authority-live-asked-for-restricted", new LiveAuthorityAnswer(Live with { Checked = At("10:45:12am") }, Detail with { Restrictions = "Current debt only, not payment history." })),
        .. Enum.GetValues<EndReason>().Select(reason => new Sample($"authority-ended-{Dashed(reason)}", new AuthorityEndedCard(Number, Tom, How(reason))).Over()),
        new Sample("authority-ended-not-recorded", new AuthorityEndedCard(Number, Tom, Ended(EndReason.Specialist, byYou: true) with { Recorded = false })).Over(),
        .. Enum.GetValues<PassedOnBecause>().Select(because =>
            new Sample($"authority-passed-on-{Dashed(because)}", new PassedOnCard(Number, Tom, because, At("10:44am"))).Over()),
        new("newer-card-below", new NewerCardBelow(Number)) { Final = true, WithoutActions = true },
        new("details", new DetailsCard(Number, PriyaMri)),
        new("details-asked-for", new DetailsAnswer(Number, Details, At("10:45am"), PriyaMri)),
        new("details-asked-for-no-consent", new DetailsAnswer(Number, Details with { ConsentToAct = false, Contact = null, Restrictions = "Current debt only." }, At("10:45am"), PriyaMri)),
        new("details-asked-for-dialog", new DetailsAnswer(Number, Details, At("10:45am"), null)) { WithoutActions = true },
        new Sample("details-emptied", new DetailsEmptiedCard(Number, At("10:58am"))).Over(),
    ];

    private static Ending How(EndReason reason) => reason switch
    {
        EndReason.Adviser => Ended(reason, by: Tom),
        EndReason.Specialist => Ended(reason, byYou: true),
        EndReason.Lead => Ended(reason),
        EndReason.Withdrawn => Ended(reason, wasLive: false, by: Tom),
        EndReason.CallBackArranged or EndReason.NotConfirmed or EndReason.NotTaken => Ended(reason, wasLive: false),
        _ => Ended(reason),
    };
}
