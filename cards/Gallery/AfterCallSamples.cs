using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using static VstrsBot.Cards.Gallery.Invented;

namespace VstrsBot.Cards.Gallery;

internal static class AfterCallSamples
{
    private const string Note =
        """
        VSTRS handoff K7F3. Authority: DMBM512015, through VSTRS.
        Organisation: Citizens Advice. Representative: Sam Carter.
        VSTRS adviser: Tom Reed. SEES ID confirmed 10:44am.
        Call taken 10:45am, ended 10:58am, 23 November 2026.
        Matter: Self Assessment debt. Restrictions: the adviser says none.
        Call back: none.
        Information given:
        """;

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("ask", new AskCard(Number, At("11:02am"), PriyaMri)),
        new Sample("ask-answered", new AskAnsweredCard(Number, Priya, At("11am"))).Over(),
        new Sample("ask-ended", new AskEndedCard(Number, At("11:02am"))).Over(),
        new("reminder-adviser", new AfterEndReminderCard(Number, At("10:58am"), ToAdviser: true)),
        new Sample("reminder-specialist", new AfterEndReminderCard(Number, At("10:58am"), ToAdviser: false)).Over(),
        new("wrap-up", new WrapUpCard(Number, At("10:58am"))),
        new("wrap-up-with-note", new WrapUpAnswer(Number, At("10:58am"), Note, new("settled", "Claim held for 14 days.", TickInput.Off), [])),
        new("wrap-up-with-note-dialog", new WrapUpAnswer(Number, At("10:58am"), Note, null, [], InDialog: true)),
        new("wrap-up-faults", new WrapUpAnswer(Number, At("10:58am"), null, new(null, "Claim held for 14 days.", TickInput.On), ["Select the outcome"])),
        new Sample("wrap-up-saved", new WrapUpClosedCard(Number, At("11:01am"), "Settled on the call")).Over(),
        new Sample("wrap-up-closed", new WrapUpClosedCard(Number, At("10:58am"), null)).Over(),
    ];
}
