using VstrsBot.Handoffs;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Storage;

namespace VstrsBot.Tests.Histories;

/// <summary>What the acts of a history meet.</summary>
internal enum Weather
{
    /// <summary>Deliveries come twice, late or never, some answers are not waited for, and commits are done or not without a clear answer.</summary>
    Unclear,

    /// <summary>The same of deliveries, and the store is away for a while, for one bot after the other.</summary>
    Away,

    /// <summary>The same of deliveries, and the store is well.</summary>
    Deliveries,
}

/// <summary>Makes the weather of a desk.</summary>
internal static class WeatherMaker
{
    private static readonly UnclearAnswer[] Unclear = [UnclearAnswer.NeverArrived, UnclearAnswer.AnswerLost, UnclearAnswer.SentTwice, UnclearAnswer.FaultNotDone, UnclearAnswer.FaultDone];

    public static bool StoreMayFail(this Weather weather) => weather != Weather.Deliveries;

    public static Way NextWay(Random chance) => chance.Next(10) switch
    {
        < 2 => Way.Typed,
        > 5 => (Way)chance.Next((int)Way.TwiceAtOnce, (int)Way.NeverArrives + 1),
        _ => Way.Pressed,
    };

    /// <summary>In any weather every call of the store waits for some others, so that acts meet between their reading and their commit.</summary>
    public static void Begin(this Weather weather, Desk desk, Random chance)
    {
        for (var n = 0; n < desk.Replicas.Count; n++)
        {
            var (replica, calls, awayFrom, drawn) = (desk.Replicas[n], 0, 40 + (60 * n), new byte[256]);
            chance.NextBytes(drawn);
            int Draw() => drawn[Interlocked.Increment(ref calls) & 255];
            replica.Store.Before = async (_, _) =>
            {
                for (var turns = Draw() & 15; turns > 0; turns--)
                    await Task.Yield();
                if (weather == Weather.Away && calls >= awayFrom && calls < awayFrom + 40)
                    throw new StoreUnavailableException("Away.");
            };
            if (weather != Weather.Unclear)
                continue;
            replica.Store.Committing = commit => (Draw() & 7) switch
            {
                0 => throw new StoreUnsureException("Lost, and not done."),
                1 => DoneAndLostAsync(commit),
                _ => commit(),
            };
            for (var some = 0; some < 10; some++)
                replica.Table.Next.Enqueue(Unclear[chance.Next(Unclear.Length)]);
        }
    }

    public static void Clear(Desk desk)
    {
        foreach (var replica in desk.Replicas)
        {
            replica.Store.Before = (_, _) => Task.CompletedTask;
            replica.Store.Committing = commit => commit();
            replica.Table.Next.Clear();
        }
    }

    /// <summary>Whether it is done or not, nobody is told.</summary>
    public static async Task<bool> DoneAndLostAsync(Func<Task<bool>> commit) =>
        throw new StoreUnsureException(await commit() ? "Done, and lost." : "Refused, and lost.");
}
