namespace VstrsBot.Record;

/// <summary>How many lines of one person, or of one end that is shown again and again, may be written on their own: some at once, then one a minute, so that a flood cannot fill the store.</summary>
internal sealed class LineAllowance(TimeProvider time)
{
    public const int AtOnce = 20;

    public static readonly TimeSpan OneEvery = TimeSpan.FromMinutes(1);

    /// <summary>Far more people than a desk has; then all begin anew.</summary>
    private const int MostKnown = 10_000;

    private readonly Dictionary<string, (double Left, long At)> known = new(StringComparer.Ordinal);

    public bool TryTake(string whose)
    {
        var (left, at) = known.GetValueOrDefault(whose, (AtOnce, time.GetTimestamp()));
        left = Math.Min(AtOnce, left + (time.GetElapsedTime(at) / OneEvery));
        if (known.Count >= MostKnown)
            known.Clear();
        known[whose] = (left >= 1 ? left - 1 : left, time.GetTimestamp());
        return left >= 1;
    }
}
