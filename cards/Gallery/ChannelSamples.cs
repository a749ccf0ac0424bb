using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class ChannelSamples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("channel-waiting", new ChannelWaitingCard(Facts, [MentionPriya])),
        new("channel-waiting-three-asked", new ChannelWaitingCard(Facts, [MentionPriya, new Mention(Amir, "29:1amir-khan"), new Mention("Grace Osei", "29:1grace-osei")])),
        new("channel-waiting-all-declined", new ChannelWaitingCard(Facts, []) { AskedBefore = [Priya, Amir] }),
        new("channel-waiting-one-declined", new ChannelWaitingCard(Facts, [MentionPriya]) { AskedBefore = [Amir] }),
        new("channel-waiting-nobody-asked", new ChannelWaitingCard(Facts, [])),
        new("channel-accepted", new ChannelAcceptedCard(Facts, Priya, At("10:42am"))),
        new("channel-live", new ChannelLiveCard(Facts, Priya, Tom, Until, At("10:45am"))),
        new Sample("channel-ended", new ChannelEndedCard(Number, "Court action", Priya, Ended(EndReason.Adviser, by: Tom))).Over(),
        new Sample("channel-ended-lapsed", new ChannelEndedCard(Number, "Court action", Priya, Ended(EndReason.LeaseLapsed))).Over(),
        new Sample("channel-ended-withdrawn", new ChannelEndedCard(Number, "Court action", null, Ended(EndReason.Withdrawn, wasLive: false, by: Tom))).Over(),
        new Sample("channel-ended-not-confirmed", new ChannelEndedCard(Number, "Court action", Priya, Ended(EndReason.NotConfirmed, wasLive: false))).Over(),
        new Sample("channel-ended-not-recorded", new ChannelEndedCard(Number, "Court action", Priya, Ended(EndReason.Adviser, by: Tom) with { Recorded = false })).Over(),
    ];
}
