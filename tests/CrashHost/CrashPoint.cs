namespace CrashHost;

/// <summary>
/// The place where a bot stops for good: the n-th write or send since it was armed, before or after it was carried out. One write or send at
/// a time: nothing else is under way when it stops, nothing passes afterwards, and a place has the same number each time. The process is
/// killed as soon as each of its bots has stopped or is done.
/// </summary>
/// <param name="say">Told the place.</param>
internal sealed class CrashPoint(Func<string, Task> say) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private int done;
    private (int Number, bool After)? armed;

    /// <summary>Writes and sends begun since it was armed.</summary>
    public int Done => Volatile.Read(ref done);

    /// <summary>Counts from now. Position 0 is before the first, 1 after it, 2 before the second, and so on; null only counts.</summary>
    public void Arm(int? position)
    {
        Volatile.Write(ref done, 0);
        armed = position is { } at ? ((at / 2) + 1, at % 2 == 1) : null;
    }

    /// <summary>Carries out a write or send, unless this is where the bot stops.</summary>
    public async Task<T> PassAsync<T>(string what, Func<Task<T>> operation)
    {
        await one.WaitAsync();
        try
        {
            var number = Interlocked.Increment(ref done);
            if (armed == (number, false))
                await StopAsync($"before {number}: {what}");
            var result = await operation();
            if (armed == (number, true))
                await StopAsync($"after {number}: {what}");
            return result;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Never returns, and the turn is never given back.</summary>
    private async Task StopAsync(string where)
    {
        await say($"dies {where}");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }
}
