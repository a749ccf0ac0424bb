using VstrsBot.Handoffs;

namespace VstrsBot.Outbox;

/// <summary>
/// A store that fails send after send is asked by one of them each second: all that is owed, asking again and again, would only be in its way.
/// The first that gets through lets the others go.
/// </summary>
internal sealed class StorePatience(TimeProvider time)
{
    /// <summary>So many failures in a row are no accident.</summary>
    public const int MostInARow = 4;

    private static readonly TimeSpan Between = SendQueue.LooksAtLeastEvery;

    private readonly Lock gate = new();
    private int inARow;
    private long last;

    /// <summary>How long one rests that failed. Twice as long as others where the store fails them all, so that the next to ask is another: what fails for one alone does not hold them up.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (gate)
                return inARow < MostInARow ? Between : 2 * Between;
        }
    }

    /// <summary>How long nothing may begin; null when something may.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (gate)
                return inARow >= MostInARow && Between - time.GetElapsedTime(last) is { Ticks: > 0 } left ? left : null;
        }
    }

    /// <summary>One more asks the store. Another may ask a second later, also where this one has no answer by then: a store that hangs holds up one, and not all.</summary>
    public void Asks()
    {
        lock (gate)
            last = time.GetTimestamp();
    }

    /// <summary>What the store does not answer, or nobody can tell.</summary>
    public void Failed(Exception fault)
    {
        if (fault is not (StoreUnavailableException or StoreUnsureException))
            return;
        lock (gate)
            (inARow, last) = (inARow + 1, time.GetTimestamp());
    }

    /// <summary>It took what was sent, or said no.</summary>
    public void Worked()
    {
        lock (gate)
            inARow = 0;
    }
}
