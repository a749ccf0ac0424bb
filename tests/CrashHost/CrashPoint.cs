using System.Diagnostics;
using System.Globalization;

namespace CrashHost;

/// <summary>
/// The place where this process kills itself: the n-th write or send since it was armed, before or after it was carried out. SIGKILL to
/// itself, so that nothing is cleaned up, flushed or closed. One write or send at a time: when it dies, nothing else is under way, and a
/// place has the same number each time.
/// </summary>
internal sealed class CrashPoint(TextWriter say) : IDisposable
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

    /// <summary>Carries out a write or send, unless this is where the process dies.</summary>
    public async Task<T> PassAsync<T>(string what, Func<Task<T>> operation)
    {
        await one.WaitAsync();
        try
        {
            var number = Interlocked.Increment(ref done);
            if (armed == (number, false))
                await DieAsync(number, "before", what);
            var result = await operation();
            if (armed == (number, true))
                await DieAsync(number, "after", what);
            return result;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task DieAsync(int number, string side, string what)
    {
        await say.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"dies {side} {number}: {what}"));
        await say.FlushAsync();
        using var self = Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System); // nothing is done any more
    }
}
