using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Rules;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>How often things go wrong in a world.</summary>
/// <param name="Store">Of the calls to the store.</param>
/// <param name="Teams">Of the calls to Teams.</param>
/// <param name="EverySeconds">Something bigger happens about this often: an outage, a crash, a pause, a clock that is set.</param>
/// <param name="Skew">How far the two wall clocks start from the truth, at most.</param>
/// <param name="StoreHasClock">Replicas on a store with a clock; else processes of one machine, whose clock is theirs.</param>
internal sealed record Climate(double Store, double Teams, double EverySeconds, TimeSpan Skew, bool StoreHasClock)
{
    public static readonly Climate Calm = new(0, 0, double.PositiveInfinity, TimeSpan.Zero, StoreHasClock: false);

    /// <summary>Calm, gusty or stormy, with clocks that agree or not.</summary>
    public static Climate Of(Dice dice) => new(
        dice.OneOf([0, 0.002, 0.01, 0.03]),
        dice.OneOf([0, 0.01, 0.04, 0.12]),
        dice.OneOf([double.PositiveInfinity, 600, 200, 60]),
        dice.OneOf([TimeSpan.Zero, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(25), TimeSpan.FromMinutes(2)]),
        dice.Chance(0.6));
}

/// <summary>What becomes of a call to the store.</summary>
internal enum StoreFate
{
    Fine,
    Unavailable,
    UnsureAndLost,
    UnsureButStands,

    /// <summary>It is done after the caller was told that nobody knows.</summary>
    UnsureAndLate,
    Slow,
}

/// <summary>What becomes of a call to Teams.</summary>
internal enum TeamsFate
{
    Fine,
    Slow,
    Lost,

    /// <summary>It is done after the caller gave up.</summary>
    Late,
    DoneButFailed,
    Throttled,
    ThrottledWithoutWord,
    Precondition,
    Unavailable,
    ServerError,
}

/// <summary>What goes wrong, and until when what went wrong can still be felt.</summary>
internal sealed class Weather(Timeline timeline, Climate climate)
{
    private static readonly (double Weight, StoreFate Fate)[] StoreFaults =
    [
        (3, StoreFate.Unavailable), (2, StoreFate.UnsureAndLost), (2, StoreFate.UnsureButStands), (1, StoreFate.UnsureAndLate), (2, StoreFate.Slow),
    ];

    private static readonly (double Weight, TeamsFate Fate)[] TeamsFaults =
    [
        (4, TeamsFate.Slow), (2, TeamsFate.Lost), (3, TeamsFate.Late), (3, TeamsFate.DoneButFailed), (1, TeamsFate.Throttled), (1, TeamsFate.ThrottledWithoutWord),
        (1, TeamsFate.Precondition), (2, TeamsFate.Unavailable), (1, TeamsFate.ServerError),
    ];

    private Dice Dice => timeline.Dice;

    public Tally Tally { get; } = new();

    public Climate Climate { get; private set; } = climate;

    /// <summary>Everything works from now on.</summary>
    public void ClearUp()
    {
        Climate = Climate.Calm with { StoreHasClock = Climate.StoreHasClock };
        StoreDownUntil = StoreFullUntil = TeamsDownUntil = timeline.Now;
    }

    public DateTimeOffset StoreDownUntil { get; set; }

    /// <summary>It is read, and nothing can be written: a disk that is full.</summary>
    public DateTimeOffset StoreFullUntil { get; set; }

    public DateTimeOffset TeamsDownUntil { get; set; }

    /// <summary>When the store last failed somebody.</summary>
    public DateTimeOffset StoreFailedAt { get; set; }

    /// <summary>What went wrong before can be felt until then; from then on everything is as it should be.</summary>
    public DateTimeOffset FeltUntil { get; private set; }

    /// <summary>The same of Teams alone.</summary>
    public DateTimeOffset TeamsFeltUntil { get; private set; }

    public void IsFeltFor(TimeSpan span)
    {
        if (timeline.Now + span > FeltUntil)
            FeltUntil = timeline.Now + span;
    }

    public StoreFate ForStore(bool writes)
    {
        if (StoreDownUntil > timeline.Now || (writes && StoreFullUntil > timeline.Now))
        {
            Tally.StoreFailed++;
            StoreFailedAt = timeline.Now;
            return StoreFate.Unavailable;
        }

        if (!Dice.Chance(Climate.Store))
            return StoreFate.Fine;

        Tally.StoreFailed++;
        StoreFailedAt = timeline.Now;

        var fate = Dice.ByWeight(StoreFaults);
        IsFeltFor(TimeSpan.FromSeconds(16));
        return writes || fate is StoreFate.Slow ? fate : StoreFate.Unavailable;
    }

    public TeamsFate ForTeams()
    {
        var isDown = TeamsDownUntil > timeline.Now;
        if (!isDown && !Dice.Chance(Climate.Teams))
            return TeamsFate.Fine;

        Tally.TeamsFailed++;
        TeamsFeltUntil = timeline.Now + TimeSpan.FromSeconds(14);
        if (isDown)
            return Dice.OneOf([TeamsFate.Unavailable, TeamsFate.Lost, TeamsFate.DoneButFailed]);
        IsFeltFor(TimeSpan.FromSeconds(14));
        return Dice.ByWeight(TeamsFaults);
    }
}
