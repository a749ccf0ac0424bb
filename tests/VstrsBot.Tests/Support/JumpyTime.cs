namespace VstrsBot.Tests.Support;

/// <summary>A wall clock that somebody can set, beside a monotonic clock that nobody can.</summary>
internal sealed class JumpyTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset wall = start;
    private long monotonic;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => wall;

    public override long GetTimestamp() => monotonic;

    /// <summary>Time passes, on both clocks.</summary>
    public void Pass(TimeSpan span) => (wall, monotonic) = (wall + span, monotonic + span.Ticks);

    /// <summary>The wall clock is set, forward or back; no time passes.</summary>
    public void Jump(TimeSpan span) => wall += span;
}
