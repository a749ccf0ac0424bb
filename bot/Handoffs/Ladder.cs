using System.Collections.Immutable;

namespace VstrsBot.Handoffs;

/// <summary>One step of the ladder.</summary>
/// <param name="After">From the start of the ladder to this step.</param>
/// <param name="Ask">How many free people on duty are asked, longest idle first; null asks everyone.</param>
/// <param name="TellLead">The area's leads are told as well.</param>
internal sealed record LadderRung(TimeSpan After, int? Ask, bool TellLead = false);

/// <summary>Whom to ask next, and when: data, so that the rule stands in one place.</summary>
/// <param name="Rungs">In the order of their times; the first at zero.</param>
/// <param name="ExhaustedAfter">From the start of the ladder to "nobody has accepted".</param>
internal sealed record Ladder(ImmutableArray<LadderRung> Rungs, TimeSpan ExhaustedAfter)
{
    public static readonly Ladder Default = new(
        [
            new LadderRung(TimeSpan.Zero, Ask: 1),
            new LadderRung(TimeSpan.FromSeconds(45), Ask: 2),
            new LadderRung(TimeSpan.FromSeconds(90), Ask: null, TellLead: true),
        ],
        TimeSpan.FromMinutes(3));

    /// <summary>One commit holds at most 100 rows, so one handoff asks at most this many people.</summary>
    public const int MostAsked = 20;

    /// <summary>Those whose ping the ladder moves on past now, and who left the ones before unanswered too.</summary>
    public static ImmutableArray<Person> NotAnswering(Waiting on, DateTimeOffset now, Roster roster)
    {
        var passedBy = on.Asks.Where(a => a is { Answer: AskAnswer.None, PassedBy: false } && a.AskedAt < now).Select(a => a.Who.Id).ToHashSet();
        return [.. roster.OnDuty.Where(c => passedBy.Contains(c.Who.Id) && c.Unanswered + 1 >= Availability.MostUnanswered).Select(c => c.Who)];
    }

    /// <summary>
    /// The people this rung asks, and the leads it tells. Skipped: whoever holds a handoff or has an unanswered ping,
    /// was asked already in this run of the ladder, declined, or had this handoff before.
    /// </summary>
    public static (ImmutableArray<Person> Ask, ImmutableArray<Person> Tell) Choose(LadderRung rung, OpenHandoff on, Roster roster)
    {
        var passedOver = on.PassedOn.Select(p => p.Who.Id)
            .Concat(on.Asks.Where(a => a.Answer is AskAnswer.None or AskAnswer.Declined).Select(a => a.Who.Id))
            .Append(on.Posting.Adviser.Id)
            .ToHashSet();

        var free = roster.OnDuty.Where(c => c.Free && !passedOver.Contains(c.Who.Id)).OrderBy(c => c.IdleSince).Select(c => c.Who);
        var most = Math.Min(rung.Ask ?? int.MaxValue, MostAsked - on.Asks.Count(a => a.Answer == AskAnswer.None));
        var tell = rung.TellLead ? roster.Leads.Where(l => !on.LeadsTold.Any(t => t.Id == l.Id)) : [];
        return ([.. free.Take(Math.Max(0, most))], [.. tell]);
    }
}

/// <summary>Who could take a handoff now, as the register and the duty list have it.</summary>
/// <param name="OnDuty">Specialists on duty for the area.</param>
/// <param name="Leads">The area's leads.</param>
/// <param name="AdviserLeads">Leads of the advisers.</param>
internal sealed record Roster(ImmutableArray<Candidate> OnDuty, ImmutableArray<Person> Leads, ImmutableArray<Person> AdviserLeads)
{
    public static readonly Roster Nobody = new([], [], []);
}

/// <summary>A specialist on duty.</summary>
/// <param name="Who">The specialist.</param>
/// <param name="IdleSince">When their last handoff ended; the earliest is asked first.</param>
/// <param name="Free">Holds no handoff and has no unanswered ping of another one.</param>
/// <param name="Unanswered">Pings in a row that they left unanswered.</param>
internal sealed record Candidate(Person Who, DateTimeOffset IdleSince, bool Free, int Unanswered = 0);
