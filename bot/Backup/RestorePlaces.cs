using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Storage.Sqlite;

namespace VstrsBot.Backup;

/// <summary>Where a restored desk goes.</summary>
internal interface IRestorePlace
{
    /// <summary>Why nothing can be restored there now, in a sentence; null when it can.</summary>
    Task<string?> WhyNotAsync(CancellationToken ct);

    /// <summary>The draft becomes the desk.</summary>
    /// <returns>What became of what was there, in a sentence.</returns>
    Task<string> TakeAsync(string draft, CancellationToken ct);
}

/// <summary>The file of the embedded store. The lock has been taken: nobody serves.</summary>
internal sealed class EmbeddedPlace(string path) : IRestorePlace
{
    public Task<string?> WhyNotAsync(CancellationToken ct) => Task.FromResult<string?>(null);

    public Task<string> TakeAsync(string draft, CancellationToken ct)
    {
        SqliteCopy.Close(draft);
        var kept = KeepWhatIsThere();
        // A log that belongs to the file before must not be read into this one. The file itself is replaced in one step: there is always a desk.
        StoreFiles.DeleteLogs(path);
        File.Move(draft, path, overwrite: true);
        return Task.FromResult(kept);
    }

    private string KeepWhatIsThere()
    {
        if (!File.Exists(path))
            return "There was no store before.";

        var before = $"{path}.before-restore";
        StoreFiles.Delete(before);
        try
        {
            SqliteCopy.Write(new SqliteStoreSettings(path), before);
            return $"What was there is kept as {before}, without working data.";
        }
        catch (Exception damaged) when (damaged is StoreUnavailableException or StoreFileException or IOException)
        {
            StoreFiles.Copy(path, before);
            return $"What was there could not be read. It is kept as it was, as {before}.";
        }
    }
}

/// <summary>A partition of Azure Tables that holds no desk yet: so a restore that was cut off leaves the desk that was there as it is.</summary>
internal sealed class TablesPlace(StoreSettings settings, TimeProvider time) : IRestorePlace
{
    public async Task<string?> WhyNotAsync(CancellationToken ct) =>
        (await Open().ReadAsync(" ", "~", 1, ct)).Count > 0
            ? $"The desk {settings.Desk} is not empty. Stop serving, set Store:Desk to another name, and restore into that."
            : null;

    public async Task<string> TakeAsync(string draft, CancellationToken ct)
    {
        using var from = SqliteStore.Open(new SqliteStoreSettings(draft), time);
        await new RowCopy(from, Open()).RunAsync(ct);
        return $"Every row stands in the desk {settings.Desk} now.";
    }

    private IHandoffStore Open() => StoreOpening.Open(settings, time);
}
