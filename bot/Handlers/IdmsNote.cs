using VstrsBot.Clock;
using VstrsBot.Forms;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers;

/// <summary>A copy-ready note for IDMS: plain text, no abbreviations that are not approved (DMBM900515), and no SEES ID.</summary>
internal static class IdmsNote
{
    public static string Write(Ended ended, HandoffDetails details, string matter, string callBack) => string.Join('\n',
    [
        $"Handoff {ended.Id} from the Voluntary Sector Taxes Resolution Service (DMBM512015).",
        $"Voluntary organisation: {ended.Posting.Organisation}. Representative: {details.Representative}.",
        $"Adviser: {ended.Posting.Adviser.Name}. SEES ID confirmed at {UkClock.At(ended.Held!.ConfirmedAt!.Value).InFull}.",
        $"Call taken at {UkClock.At(ended.Held.TakenAt!.Value).Time}. Authority ended at {UkClock.At(ended.At).Time}.",
        $"Matter: {matter}. Restrictions: {details.Restrictions ?? "the adviser says none"}.",
        $"Call back: {callBack}. A call back is new contact. The handoff does not cover it.",
        "Information given:",
    ]);
}
