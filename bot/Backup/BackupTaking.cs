using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Storage.Sqlite;

namespace VstrsBot.Backup;

/// <summary>When a back-up was taken.</summary>
internal sealed record BackupMark(DateTimeOffset At);

/// <summary><c>backup FILE</c>: a store file of its own, of either store, taken while the desk is served. No working data, and never a key.</summary>
internal sealed class BackupTaking(StoreSettings settings, IHandoffStore store, DayChain days, TimeProvider time)
{
    /// <summary>Takes it. The file is there when it is whole, or not at all; it is readable by this account alone.</summary>
    /// <returns>0 taken; 2 it could not be.</returns>
    public async Task<int> RunAsync(string file, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (File.Exists(file))
        {
            await errors.WriteLineAsync($"{file} is there already. Name another file.");
            return 2;
        }

        var now = time.GetUtcNow();
        await days.AppendAsync(store, [new RecordEntry(now, "BackedUp")], ct);
        var draft = $"{Path.GetFullPath(file)}.{Guid.NewGuid():N}";
        try
        {
            await WriteAsync(draft, now, ct);
            File.Move(draft, file, overwrite: false);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{file} could not be written: {failed.Message}");
            return 2;
        }
        finally
        {
            StoreFiles.Delete(draft);
        }

        await output.WriteLineAsync($"Backed up to {file}, without working data. The keys are not in it: keep them apart, without them nothing in it can be checked.");
        return 0;
    }

    private async Task WriteAsync(string draft, DateTimeOffset now, CancellationToken ct)
    {
        if (settings.Kind == StoreKind.Embedded)
            SqliteCopy.Write(new SqliteStoreSettings(settings.Path), draft);
        using (var copy = SqliteStore.Open(new SqliteStoreSettings(draft), TimeProvider.System))
        {
            if (settings.Kind != StoreKind.Embedded)
                await new RowCopy(store, copy).RunAsync(ct);
            await copy.TryCommitAsync([new RowChange.Put(RowKeys.BackedUp, HandoffJson.Write(new BackupMark(now)))], ct);
        }

        SqliteCopy.Close(draft);
    }
}
