using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

/// <summary>Names and typed text that try to be markup, a mention, a second line, or to run backwards.</summary>
internal static class HostileSamples
{
    private const string Name = "Tom *Reed* [x](http://e) <at>Leah</at> & \u202Edeer\u202C\u200B _a_\r\nSecond line";

    private static readonly HandoffFacts Odd = Facts with { Area = Name, Stage = Name, Organisation = Name };
    private static readonly LiveFacts OddLive = Live with { Specialist = Name, Adviser = Name, Organisation = Name };
    private static readonly CustomerDetails OddDetails =
        new(Name, "Other", Name, Name, Name, Name, Name) { ConsentToAct = true, Contact = Name, Restrictions = Name };

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("hostile-me", new MeCard(Name, "a specialist", Name, Name, Name)),
        new("hostile-channel-waiting", new ChannelWaitingCard(Odd, [new Mention(Name, PriyaMri)])),
        new("hostile-channel-live", new ChannelLiveCard(Odd, Name, Name, Until, At("10:45am"))),
        new Sample("hostile-channel-ended", new ChannelEndedCard(Number, Name, Name, Ended(EndReason.Adviser, by: Name))).Over(),
        new("hostile-adviser-nobody-accepted", new AdviserNobodyAcceptedCard(Number, "3 minutes", [new(Name, AskResult.Declined, At("10:41am"))], null, At("11:11am"), null, null, TomMri)),
        new("hostile-adviser-accepted", new AdviserClaimedCard(Number, new(Name, Phone, Name), At("10:42am"), null, TomMri)),
        new("hostile-adviser-live", new AdviserLiveCard(Number, Name, Until, At("10:45am"), null, TomMri)),
        new("hostile-ping", new PingCard(Odd, new Mention(Name, PriyaMri), PriyaMri)),
        new Sample("hostile-ping-accepted-by-other", new PingAcceptedByOtherCard(Number, Name, At("10:42am"))).Over(),
        new("hostile-verify", new VerifyCard(Number, Name, Phone, At("10:45am"), PriyaMri)),
        new("hostile-authority-live-asked-for", new LiveAuthorityAnswer(OddLive, new(Name, Name, Name, At("10:44am")))),
        new Sample("hostile-authority-ended", new AuthorityEndedCard(Number, Name, Ended(EndReason.LeaseLapsed))).Over(),
        new("hostile-details-asked-for", new DetailsAnswer(Number, OddDetails, At("10:45am"), PriyaMri)),
        new Sample("hostile-lead-lock-out", new LeadLockOutCard(Number, Name, Name, At("10:46am"), CodeMayBeOld: true)).Over(),
    ];
}
