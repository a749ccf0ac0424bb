namespace VstrsBot.Storage.Sqlite;

/// <summary>Where the embedded store stands, and how long a call may wait. All waits together stay under 5 seconds a call.</summary>
/// <param name="Path">The file. Its folder is made when missing; <c>-wal</c>, <c>-shm</c> and <c>.lock</c> stand beside it.</param>
internal sealed record SqliteStoreSettings(string Path)
{
    /// <summary>How long a call waits for others of this process.</summary>
    public TimeSpan TurnWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a write waits for another process that is writing, in whole milliseconds.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long emptying the log waits for whoever reads, in whole milliseconds: so long a write waits for it.</summary>
    public TimeSpan CompactWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads that may run at once.</summary>
    public int Readers { get; init; } = 4;
}
