using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class PingSamples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("ping", new PingCard(Facts, MentionPriya, PriyaMri)),
        new("ping-time-to-pay", new PingCard(Facts with { Stage = "Time To Pay broken" }, MentionPriya, PriyaMri)),
        new Sample("ping-accepted-by-other", new PingAcceptedByOtherCard(Number, Priya, At("10:42am"))).Over(),
        new Sample("ping-you-accepted", new PingYouAcceptedCard(Number, At("10:42am"))).Over(),
        new("ping-declined-why", new PingDeclinedCard(Number, At("10:42am"), null, PriyaMri)),
        new Sample("ping-declined", new PingDeclinedCard(Number, At("10:42am"), "On another call", PriyaMri)).Over(),
        .. Enum.GetValues<PingNotNeeded>().Select(because =>
            new Sample($"ping-not-needed-{Dashed(because)}", new PingNotNeededCard(Number, because, At("10:44am"))).Over()),
    ];
}
