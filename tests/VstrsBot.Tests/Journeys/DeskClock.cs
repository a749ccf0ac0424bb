using Microsoft.Extensions.Time.Testing;

namespace VstrsBot.Tests.Journeys;

/// <summary>The one clock of a journey: stepped by hand, and its wall time can be set while the monotonic time goes on.</summary>
internal sealed class DeskClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan jumped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + jumped;

    /// <summary>The wall clock was set: its times before and after cannot be compared.</summary>
    public bool WasSet => jumped != TimeSpan.Zero;

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;

    /// <summary>Somebody sets the wall clock; no time passes.</summary>
    public void Jump(TimeSpan by) => jumped += by;
}
