namespace VstrsBot.Tests.Simulation.Engine;

/// <summary>The clocks of one machine: a wall clock that may be wrong and may be set, and a monotonic one that goes on.</summary>
internal sealed class ProcessTime(Timeline timeline, ProcessScheduler process) : TimeProvider
{
    /// <summary>How far the wall clock is from the truth.</summary>
    public TimeSpan Off { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => timeline.Now + Off;

    /// <summary>How long the monotonic clock has stood still, as it does while a whole machine is suspended.</summary>
    public TimeSpan StoodStill { get; set; }

    public override long GetTimestamp() => TimestampOf(timeline.Now);

    public long TimestampOf(DateTimeOffset truth) => (truth - StoodStill).UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ProcessTimer(timeline, process, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Calls back once, in its process.</summary>
    private sealed class ProcessTimer(Timeline timeline, ProcessScheduler process, Action callback) : ITimer
    {
        private long setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var mine = ++setting;
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("Nothing that is simulated sets a timer that repeats.");
            if (dueTime != Timeout.InfiniteTimeSpan)
                timeline.After(dueTime, () => Fire(mine));
            return true;
        }

        public void Dispose() => setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Fire(long mine)
        {
            if (setting != mine || process.IsDead)
                return;
            if (process.IsSuspended)
                timeline.After(TimeSpan.FromSeconds(1), () => Fire(mine));
            else
                callback();
        }
    }
}
