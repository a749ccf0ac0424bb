using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file, one writer, a few readers beside it. Key order is that of UTF-8 bytes, which is
/// ordinal order for every key without characters beyond U+FFFF.
/// </summary>
internal sealed class SqliteStore : IHandoffStore, IDisposable
{
    private readonly SqliteStoreSettings settings;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim reading;
    private readonly ConcurrentBag<SqliteReader> readers = [];
    private SqliteWriter? writer;

    private SqliteStore(SqliteStoreSettings settings, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        reading = new SemaphoreSlim(settings.Readers);
    }

    /// <summary>Opens the file, and makes it when it is missing.</summary>
    /// <exception cref="StoreFileException">The file is no store, or one of a newer release.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be opened or written now.</exception>
    public static SqliteStore Open(SqliteStoreSettings settings, TimeProvider time)
    {
        try
        {
            SqliteFile.Prepare(settings);
            return new SqliteStore(settings, time);
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Before(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The store {settings.Path} cannot be made: {error.Message}", error);
        }
    }

    public DateTimeOffset? Clock => null;

    /// <summary>Only one process serves from the file: <see cref="StoreLock"/>. The others read it, or write what is no handoff's.</summary>
    public bool IsShared => false;

    public Task<Row?> FindAsync(string key, CancellationToken ct) => ReadingAsync(reader => reader.Find(key), ct);

    public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return ReadingAsync(reader => reader.Read(from, before, most), ct);
    }

    public Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct)
    {
        RowRules.Check(changes);
        return WritingAsync(to => to.TryCommit(changes), ct);
    }

    /// <summary>Moves the WAL into the file and empties it: SQLite has overwritten what was deleted in there with zeros (secure_delete).</summary>
    public Task<bool> CompactAsync(CancellationToken ct) => WritingAsync(to => to.TryTruncateWal(settings), ct);

    /// <summary>Closes the file. No call may be under way.</summary>
    public void Dispose()
    {
        writer?.Dispose();
        while (readers.TryTake(out var reader))
            reader.Dispose();
        writing.Dispose();
        reading.Dispose();
    }

    private async Task<T> ReadingAsync<T>(Func<SqliteReader, T> ask, CancellationToken ct)
    {
        await TurnAsync(reading, ct);
        SqliteReader? reader = null;
        try
        {
            reader = readers.TryTake(out var idle) ? idle : SqliteReader.Open(settings);
            var answer = ask(reader);
            readers.Add(reader);
            return answer;
        }
        catch (Exception error)
        {
            reader?.Dispose();
            if (error is SqliteException failure)
                throw SqliteFailure.Before(failure);
            throw;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<bool> WritingAsync(Func<SqliteWriter, bool> write, CancellationToken ct)
    {
        await TurnAsync(writing, ct);
        var done = false;
        try
        {
            writer ??= SqliteWriter.Open(settings);
            var answer = write(writer);
            done = true;
            return answer;
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Before(error);
        }
        finally
        {
            // Closing rolls back whatever is open; the next write starts on a fresh connection.
            if (!done)
            {
                writer?.Dispose();
                writer = null;
            }

            writing.Release();
        }
    }

    /// <summary>Past this point a call is not cancelled: what was begun is finished or rolled back.</summary>
    private async Task TurnAsync(SemaphoreSlim turn, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var late = new CancellationTokenSource(settings.TurnWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            await turn.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new StoreUnavailableException("The store is too busy. Nothing was changed.");
        }
    }
}
