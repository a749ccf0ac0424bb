using System.Collections.Immutable;

namespace VstrsBot.Tests.Histories;

/// <summary>One handoff as people can know it.</summary>
/// <param name="Holder">Who has accepted it; once it is ended, who had then.</param>
/// <param name="Missed">The wrong codes typed, each once, in order of the alphabet.</param>
internal sealed record Call(Stage Stage = Stage.Unposted, string? Adviser = null, string? Holder = null, bool Details = false, string Missed = "");

/// <summary>
/// The page that histories are held to: every handoff of a desk, what each act makes of it, and what may be answered. Written from the
/// description of the lifecycle, not from its code; without a clock, because a history is over before any limit of time is reached.
/// </summary>
internal sealed record DeskModel(ImmutableSortedDictionary<string, Call> Calls)
{
    public const string Adviser = "Tom Reed";
    public const string Lead = "Leah Brooks";
    private const int Tries = 3;

    public static readonly DeskModel Empty = new(ImmutableSortedDictionary.Create<string, Call>(StringComparer.Ordinal));

    public Call this[string number] => Calls.GetValueOrDefault(number) ?? new Call();

    /// <summary>What an act leaves behind: the same where it is refused, or so already. Nothing follows the end.</summary>
    public DeskModel After(Act act) => act.IsReading || Next(act, this[act.Handoff]) is not { } next ? this : new(Calls.SetItem(act.Handoff, next));

    private Call? Next(Act act, Call was) => (act.Verb, was.Stage, ByAdviser: act.By == was.Adviser, ByHolder: act.By == was.Holder) switch
    {
        (Verb.Post, Stage.Unposted, _, _) when act.By == Adviser => new Call(Stage.Waiting, act.By),
        (Verb.Details, Stage.Waiting or Stage.Claimed or Stage.Confirmed, true, _) when !was.Details => was with { Details = true },
        (Verb.Accept, Stage.Waiting, false, _) when act.By != Lead && !HeldBy(act.By).Any() => was with { Stage = Stage.Claimed, Holder = act.By },
        (Verb.GiveBack, Stage.Claimed or Stage.Confirmed, _, true) => was with { Stage = Stage.Waiting, Holder = null },
        (Verb.SomeoneElse, Stage.Claimed or Stage.Confirmed, true, _) => was with { Stage = Stage.Waiting, Holder = null },
        (Verb.Sees, Stage.Claimed, _, true) when act.Typed == Act.RightCode => was with { Stage = Stage.Confirmed },
        (Verb.Sees, Stage.Claimed, _, true) when !was.Missed.Contains(act.Typed) => Missing(was, string.Concat((was.Missed + act.Typed).Order())),
        (Verb.NotSatisfied, Stage.Claimed or Stage.Confirmed, _, true) => was with { Stage = Stage.Ended },
        (Verb.Take, Stage.Confirmed, _, true) when was.Details => was with { Stage = Stage.Live },
        (Verb.End, Stage.Live, true, _) or (Verb.End, Stage.Live, _, true) => was with { Stage = Stage.Ended },
        (Verb.LeadEnd, Stage.Waiting or Stage.Claimed or Stage.Confirmed or Stage.Live, _, _) when act.By == Lead => was with { Stage = Stage.Ended },
        (Verb.Withdraw, Stage.Waiting or Stage.Claimed or Stage.Confirmed, true, _) => was with { Stage = Stage.Ended },
        _ => null,
    };

    private static Call Missing(Call was, string missed) => was with { Missed = missed, Stage = missed.Length < Tries ? Stage.Claimed : Stage.Ended };

    private static bool Holds(string person, Call call) => call.Holder == person && Stage.Held.HasFlag(call.Stage);

    public IEnumerable<string> HeldBy(string person) => Calls.Where(call => Holds(person, call.Value)).Select(call => call.Key);

    /// <summary>Whether this is how an answer says things are, once its act is done.</summary>
    public bool Fits(Act act, Said said) => this[act.Handoff] is var call && said.Stage.HasFlag(call.Stage)
        && (said.Holder is null || said.Holder == call.Holder)
        && !(said.NotYours && act.By == call.Holder)
        && (said.Details is null || said.Details == call.Details)
        && (said.Missed is null || said.Missed == call.Missed.Length)
        && (said.Number is null || (act.Verb == Verb.Post ? said.Number == act.Handoff : Holds(act.By, this[said.Number])));

    /// <summary>Every state of one handoff that an act could meet, as far as it matters to it and to what it was answered.</summary>
    public static IEnumerable<DeskModel> Conceivable(Act act, Said? said) =>
        from stage in Enum.GetValues<Stage>().Where(stage => int.IsPow2((int)stage))
        from holder in new[] { null, act.By, said?.Holder ?? "somebody else" }.Distinct()
        from details in new[] { false, true }
        from missed in new[] { "", "y", "yz" }
        select new DeskModel(Empty.Calls.SetItem(act.Handoff, new Call(stage, stage == Stage.Unposted ? null : Adviser, holder, details, missed)));

    public bool Equals(DeskModel? other) => other is not null && Calls.SequenceEqual(other.Calls);

    public override int GetHashCode() => Calls.Aggregate(0, (hash, call) => HashCode.Combine(hash, call.Key, call.Value));

    public override string ToString() => string.Join("; ", Calls.Select(call => $"{call.Key} {call.Value.Stage}, held by {call.Value.Holder ?? "nobody"}"));
}
