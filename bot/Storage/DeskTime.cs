using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>
/// The time of the desk. Replicas share nothing but the store, so where it has a clock, that is the common one: times of authority then agree
/// however far the machines are apart. Spans are always measured by this machine's monotonic clock.
/// </summary>
internal sealed class DeskTime(IHandoffStore store, TimeProvider machine) : TimeProvider
{
    /// <summary>A replica further off than this is not ready: its clock, or the store's, is wrong.</summary>
    public static readonly TimeSpan MostOff = TimeSpan.FromSeconds(30);

    /// <summary>How far this machine's clock is off the store's, either way; zero where the store has none or was not heard yet.</summary>
    public TimeSpan Off => store.Clock is { } common ? (machine.GetUtcNow() - common).Duration() : TimeSpan.Zero;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => store.Clock ?? machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
