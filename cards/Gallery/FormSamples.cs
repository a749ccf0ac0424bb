using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class FormSamples
{
    private static readonly FindSomeoneForm Find = new(Draft, Organisations, Areas);

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("find-form", Find),
        new("find-form-dialog", Find with { InDialog = true }),
        new("find-form-faults", Find with
        {
            Values = new(TickInput.On, "Citizens Advice", null, "preEnforcement", null),
            Faults = ["Select a specialism", "Select why VSTRS cannot settle it"],
        }),
        new("find-form-fresh", Find with { Follows = Number, Values = new(null, "Citizens Advice", "court", "preEnforcement", "stage"), InDialog = true }),
        new("find-form-done", new FindSomeoneDoneCard(Number)) { Final = true, WithoutActions = true },
        new("find-form-closed", new FindSomeoneClosedCard()) { Final = true },
        new("find-form-open-in-channel", new OpenFormCard()),
        new("details-form", new DetailsForm(Number, Draft, Matters)),
        new("details-form-fill-in", new DetailsForm("M4TR", Draft, Matters, FillInFrom: Number)),
        new("details-form-dialog", new DetailsFormAnswer(Number, Draft, Matters, new DetailsValues(), [], InDialog: true)),
        new("details-form-faults", new DetailsFormAnswer(Number, Draft, Matters, Values with { Reference = "2234567891", Issue = null }, ["Check the reference. A UTR is 10 numbers", "Remove the PIN. It must not be shared outside VSTRS."])),
        new("details-form-change", new DetailsFormAnswer(Number, Draft, Matters, Values, [], SentAt: At("10:42am"))),
        new("details-form-sent", new DetailsSentCard(Number, At("10:42am"))),
        new("details-form-sent-contact-discarded", new DetailsSentCard(Number, At("10:42am"), ContactDiscarded: true)),
        new("details-form-sent-dialog", new DetailsSentCard(Number, At("10:42am"), InDialog: true)) { WithoutActions = true },
        new("details-form-closed-taken", new DetailsClosedCard(Number, DetailsClosedBecause.CallTaken, At("10:45am"))) { Final = true, WithoutActions = true },
        new("details-form-closed-ended", new DetailsClosedCard(Number, DetailsClosedBecause.Ended, At("10:58am"))) { Final = true, WithoutActions = true },
    ];
}
