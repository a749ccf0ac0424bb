using VstrsBot.Cards;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Simulation.People;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>One delivery of an errand to a process.</summary>
/// <param name="Before">Which of <see cref="Followed.Readers"/> it was heard under.</param>
/// <param name="At">By the time of the desk, as that process knew it.</param>
/// <param name="Off">How far its clock was off.</param>
internal sealed record Hearing(Errand Errand, Process Process, int Before, DateTimeOffset At, TimeSpan Off);

/// <summary>What is answered is true: what was answered "done" is in state and record (H6), and details reach only whom they may (PR1).</summary>
internal sealed class AnswerRules(Watched watched, HeardEndRules heardEnds)
{
    /// <summary>The line that stands in the record once somebody was answered with the card after such a press.</summary>
    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        [Verbs.Accept] = ["SpecialistClaimed"],
        [Verbs.CheckSeesId] = ["SeesIdConfirmed"],
        [Verbs.TakeCall] = ["CallTaken"],
        [Verbs.SendDetails] = ["DetailsSent"],
        [Verbs.Left] = ["AdviserLeft"],
        [Verbs.StillOn] = ["StillOnCallSaid"],
        [Verbs.WrapUp] = ["WrapUpSent"],
        [Verbs.DeclineReason] = ["DeclineExplained"],
    };

    /// <summary>A store's clock names whole seconds.</summary>
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(1);

    public Hearing Hears(Errand errand, Process process)
    {
        if (errand is { Verb: Verbs.CheckSeesId, Code: { } code, Handoff: { } number } && watched.Find(number) is { } followed
            && SeesId.TryParse(code, out var typed) && SeesId.TryParse(watched.AdviserOf(number)!.Code, out var right) && typed.Normalised == right.Normalised)
        {
            followed.HeardRight.Add(errand.By.Who);
        }

        return new Hearing(errand, process, watched.Find(errand.Handoff)?.Readers.Count - 1 ?? 0, process.DeskNow, process.Time.Off);
    }

    public void Answered(Hearing hearing, InvokeResponse answer)
    {
        var errand = hearing.Errand;
        if (answer.Words == Wording.EndNotRecorded)
            heardEnds.Heard(hearing.Process, errand.Handoff);
        if (answer.ShownCard is not { } card)
            return;

        var shown = OnScreen.Of(card);
        if (shown.SaysLive)
        {
            watched.CheckBanner(hearing.Process, shown, "an answer");
            if (shown.Until + Whole <= hearing.At && hearing.Process.Time.Off == hearing.Off)
                watched.Break($"H4 {shown.Handoff}: {errand.Verb} by {errand.By.Name} was heard at {hearing.At:HH:mm:ss} and answered with authority until {shown.Until:HH:mm:ss}: a row past its end is ended for whoever reads it.");
        }

        if (watched.Find(errand.Handoff) is not { } followed)
            return;

        if (PrivacyRules.HoldsSecrets(shown.Text) && errand.By.Who != followed.State.Posting.Adviser.Id && !followed.Readers.Skip(hearing.Before).Contains(errand.By.Who))
            watched.Break($"PR1 {followed.Id}: {errand.Verb} by {errand.By.Name} was answered with details, and at no time since it was heard might they read.");
        if (!errand.ByItself && answer.Words is null && followed.State is not Ended && Lines.TryGetValue(errand.Verb!, out var kinds) && !kinds.Any(kind => followed.Has(kind, errand.By.Who))
            && !(errand.Verb == Verbs.CheckSeesId && followed.Lines.Any(line => line.Kind == "SeesIdMismatched"))) // an attempt counts once, whoever made it
            watched.Break($"H6 {followed.Id}: {errand.Verb} by {errand.By.Name} was answered as done and is not in the record.");
        if (errand is { ByItself: false, Verb: Verbs.EndCall or Verbs.NotOn or Verbs.Withdraw or Verbs.PostedInError or Verbs.LeadEnd } && followed.State is not Ended && !followed.Has("LeadCameIn", errand.By.Who))
            watched.Break($"H6 {followed.Id}: {errand.Verb} by {errand.By.Name} was answered as done and it has not ended.");
    }
}
