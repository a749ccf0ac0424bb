using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class PersonSamples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("me-specialist-off-duty", new MeCard(Priya, "a specialist", "Court action", Phone, Leah) { Duty = "off duty", OnDuty = false }),
        new("me-specialist-on-duty", new MeCard(Priya, "a specialist", "Court action", Phone, Leah) { Duty = "on duty until 6pm", OnDuty = true }),
        new("me-adviser", new MeCard(Tom, "an adviser", null, "07700 900222", Leah) { CanHandOff = true }),
        new("me-without-phone-or-lead", new MeCard(Leah, "a lead", "VSTRS, Court action", null, null)),
        new("me-not-on-register", new NotOnRegisterCard("8f14e45f-ceea-467f-a0e6-1c2d5a1f0b11", Leah)),
        new("duty-test", new DutyTestCard(At("6pm"))),
        new("duty-test-heard", new DutyTestAnsweredCard(true, At("9:02am"))) { Final = true, WithoutActions = true },
        new("duty-test-not-heard", new DutyTestAnsweredCard(false, At("9:02am"))) { Final = true, WithoutActions = true },
        new("help", new HelpCard(
        [
            new("handoff", "hand off a live call"),
            new("accept K7F3", "take a handoff"),
            new("end K7F3", "the whole call has ended"),
        ])),
        new("authority-not-confirmed", new AuthorityNotConfirmedCard(Number)) { Final = true, WithoutActions = true },
        new("authority-not-confirmed-no-number", new AuthorityNotConfirmedCard(null)) { Final = true, WithoutActions = true },
    ];
}
