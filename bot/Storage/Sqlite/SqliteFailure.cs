using Microsoft.Data.Sqlite;
using VstrsBot.Handoffs;
using static SQLitePCL.raw;

namespace VstrsBot.Storage.Sqlite;

/// <summary>What a failure of SQLite means to the caller: nothing was changed, or nobody knows.</summary>
internal static class SqliteFailure
{
    /// <summary>A failure before COMMIT was sent. An open transaction never stands.</summary>
    public static StoreUnavailableException Before(SqliteException error) =>
        new($"The store cannot be used now: {Reason(error)}. Nothing was changed.", error);

    /// <param name="stillOpen">The transaction was still open after COMMIT failed.</param>
    /// <remarks>
    /// A full disk leaves the WAL without its commit frame. After any other input or output error a later recovery may
    /// still find that frame (SQLite: Write-Ahead Logging).
    /// </remarks>
    public static Exception AtCommit(SqliteException error, bool stillOpen) =>
        stillOpen || error.SqliteErrorCode is SQLITE_BUSY or SQLITE_FULL
            ? Before(error)
            : new StoreUnsureException($"The store did not say whether the changes stand: {Reason(error)}.", error);

    private static string Reason(SqliteException error) => error.SqliteErrorCode switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => "another process is writing",
        SQLITE_FULL => "the disk is full",
        SQLITE_IOERR => "the disk cannot be read or written",
        SQLITE_CORRUPT or SQLITE_NOTADB => "the file is damaged or no store",
        SQLITE_CANTOPEN => "the file cannot be opened",
        SQLITE_READONLY or SQLITE_PERM => "the file may not be written",
        _ => $"SQLite error {error.SqliteExtendedErrorCode}",
    };
}
