using System.Text.RegularExpressions;
using TeamsStandIn.Clients;

namespace VstrsBot.Tests.Histories;

/// <summary>What an answer says, read as a person reads it: by its words alone.</summary>
internal static class AnswerReading
{
    /// <summary>Words that leave open what became of the act.</summary>
    private static readonly string[] Open = ["Treat the authority as ended. It is not recorded yet.", "Authority not confirmed. Do not disclose. This service is not working."];

    /// <summary>The first that is found in the words says what they mean.</summary>
    private static readonly (Regex Words, Func<Act, Match, Said> Mean)[] Meanings =
    [
        Means(@"^AUTHORITY LIVE until [\s\S]*?(^You, (?<who>.+), may disclose|^for (?<who>.+) on this call)", (_, m) => new(Stage.Live, Who(m))),
        Means(@"^This is a copy of your \w{4} card, and shows no authority", (act, _) => new(Stage.Live, act.By == DeskModel.Adviser ? null : act.By)), // where the card would show it
        Means(@"^Accepted by (?<who>.+) at \S+\. Nothing", (_, m) => new(Stage.Held, Who(m))),
        Means(@"^You have (?<number>\w{4})\. Give it back first", (_, m) => new() { Number = m.Groups["number"].Value }),
        Means(@"^You have \w{4}\. Carry on", (act, _) => new(Stage.Held, act.By)),
        Means(@"^\w{4} already ended at", (_, _) => new(Stage.Ended)),
        Means(@"^The adviser has not sent the details yet\. Ask \w+ to press Send details\.\z", (act, _) => new(Stage.Confirmed, act.By) { Details = false }),
        Means(@"^\w{4} is waiting for a specialist", (_, _) => new(Stage.Waiting)),
        Means(@"^\w{4} is accepted by (?<who>.+)\. The SEES ID is not confirmed", (_, m) => new(Stage.Claimed, Who(m))),
        Means(@"^\w{4}: SEES ID confirmed\. (?<who>.+) has not taken the call", (_, m) => new(Stage.Confirmed, Who(m))),
        Means(@"^Not possible for \w{4} now", (_, _) => new(Stage.Live | Stage.Ended)),

        Means(@"^Handed off as (?<number>\w{4})", (_, m) => new(Stage.Posted) { Number = m.Groups["number"].Value }),
        Means(@"^\w{4}: Details sent ", (_, _) => new(Stage.Waiting | Stage.Claimed | Stage.Confirmed) { Details = true }),
        Means(@"details can no longer be sent or changed\.\nThe call was taken", (_, _) => new(Stage.Live)),
        Means(@"details can no longer be sent or changed\.\nThe handoff ended", (_, _) => new(Stage.Ended)),
        Means(@"^(Asking specialists|Nobody has accepted)[\s\S]*?^Details: (?<not>not )?sent", (_, m) => new(Stage.Waiting) { Details = Sent(m) }),
        Means(@"^\w{4} accepted\. Ring[\s\S]*?^(?<who>.+) accepted at[\s\S]*?^Details: (?<not>not )?sent", (_, m) => new(Stage.Claimed, Who(m)) { Details = Sent(m) }),
        Means(@"^SEES ID confirmed at \S+ No authority yet\.\n(?<not>Details not sent)?[\s\S]*?^\w{4} is with (?<who>.+), 07", (_, m) => new(Stage.Confirmed, Who(m)) { Details = Sent(m) }),
        Means(@"^SEES ID confirmed at \S+ No authority yet\.\n(?<not>The adviser has not sent)?", (act, m) => new(Stage.Confirmed, act.By) { Details = Sent(m) }),
        Means(@"^Not confirmed\. (?<left>\d) (try|tries) left\. No authority", (act, m) => new(Stage.Claimed, act.By) { Missed = 3 - (m.Groups["left"].Value[0] - '0') }),
        Means(@"^Check the SEES ID\. No authority to disclose yet", (act, _) => new(Stage.Claimed, act.By) { Missed = 0 }),
        Means(@"^(Authority|Handoff) (ended|withdrawn)\b|^\w{4} ended at", (_, _) => new(Stage.Ended)),

        Means(@"^(Only the specialist who accepted|You gave \w{4} back|\w{4} (was given|went) to someone else|There is nothing for you on)", (act, _) => new() { NotYours = IsOfItsHolder(act) }),
        Means(@"^(Only .+ can do this|You posted this handoff)", (_, _) => new()),
    ];

    /// <summary>Null where the answer leaves open what became of the act.</summary>
    /// <exception cref="FormatException">It is an answer that nobody has thought of.</exception>
    public static Said? Read(Act act, BotAnswer answer) => answer.Status is 0 or >= 500
        ? null
        : TryRead(act, answer.Text, out var said) ? said : throw new FormatException($"{act}: answered {answer.Status} {answer.Text}");

    /// <summary>False where the words are no answer.</summary>
    public static bool TryRead(Act act, string words, out Said? said)
    {
        said = Meanings.Select(meaning => (meaning.Mean, Match: meaning.Words.Match(words))).Where(found => found.Match.Success)
            .Select(found => found.Mean(act, found.Match)).FirstOrDefault();
        var leavesOpen = LeavesOpen(words);
        if (leavesOpen)
            said = null;
        return leavesOpen || said is not null;
    }

    /// <summary>Whether the words leave open what became of the act.</summary>
    public static bool LeavesOpen(string words) => Array.Exists(Open, words.Contains);

    private static bool IsOfItsHolder(Act act) => act.By != DeskModel.Adviser && act.By != DeskModel.Lead && act.Verb is not (Verb.Accept or Verb.Details or Verb.SomeoneElse or Verb.Withdraw or Verb.Left);

    private static string Who(Match match) => match.Groups["who"].Value;

    private static bool Sent(Match match) => !match.Groups["not"].Success;

    private static (Regex Words, Func<Act, Match, Said> Mean) Means(string words, Func<Act, Match, Said> mean) =>
        (new Regex(words, RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)), mean);
}
