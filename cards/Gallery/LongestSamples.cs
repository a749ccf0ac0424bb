using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

/// <summary>The longest legal inputs, in characters that take the most room.</summary>
internal static class LongestSamples
{
    private static readonly string Name = Long(InputLimits.Name);

    private static readonly DetailsValues Full = new()
    {
        Representative = Name,
        ConsentToAct = Lists.Yes,
        Contact = Long(InputLimits.Contact),
        CustomerName = Name,
        ReferenceKind = "other",
        Reference = Long(InputLimits.Reference),
        Matter = "other",
        MatterOther = Long(InputLimits.MatterOther),
        Restricted = Lists.Yes,
        Restrictions = Long(InputLimits.Restrictions),
        Issue = Long(InputLimits.Issue),
        CallBack = "vstrs",
        CallBackBy = "week",
    };

    private static readonly CustomerDetails FullDetails =
        new(Name, "Other", Long(InputLimits.Reference), Name, Long(InputLimits.MatterOther), Long(InputLimits.Issue), "VSTRS verifies again, by 5pm on 30 November")
        {
            ConsentToAct = true,
            Contact = Long(InputLimits.Contact),
            Restrictions = Long(InputLimits.Restrictions),
        };

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("longest-details-form", new DetailsFormAnswer(Number, Draft, Matters, Full, [.. Enumerable.Range(1, 13).Select(n => $"Question {n}: enter this, in {n},000 characters or fewer")], At("10:42am"))),
        new("longest-details-asked-for", new DetailsAnswer(Number, FullDetails, At("10:45am"), PriyaMri)),
        new("longest-authority-live-asked-for", new LiveAuthorityAnswer(
            Live with { Specialist = Name, Adviser = Name },
            new(Name, Long(InputLimits.MatterOther), Long(InputLimits.Restrictions), At("10:44am")))),
        new("longest-wrap-up", new WrapUpAnswer(Number, At("10:58am"), Long(InputLimits.NoteToCopy), new("settled", Long(InputLimits.Note), TickInput.On), [])),
        new("longest-adviser-waiting", new AdviserWaitingCard(
            Number, [.. Enumerable.Repeat(new AskLine(Name, AskResult.NoAttempt, At("10:42am")), 40)], new NextAsk(12, At("10:43am")), null, At("11:11am"), TomMri)),
        new("longest-channel-waiting", new ChannelWaitingCard(
            Facts with { Area = Name, Organisation = Name }, [.. Enumerable.Range(0, 40).Select(n => new Mention(Name, $"29:{n}"))])),
    ];

    private static string Long(int length) => new('ẁ', length);
}
