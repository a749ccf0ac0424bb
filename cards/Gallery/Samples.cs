namespace VstrsBot.Cards.Gallery;

/// <summary>Every card in every variant. Each has a golden file beside this one, to be pasted into a card designer.</summary>
public static class Samples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        .. PersonSamples.All,
        .. FormSamples.All,
        .. ChannelSamples.All,
        .. AdviserSamples.All,
        .. PingSamples.All,
        .. AuthoritySamples.All,
        .. AfterCallSamples.All,
        .. LeadSamples.All,
        .. HostileSamples.All,
        .. LongestSamples.All,
    ];
}
