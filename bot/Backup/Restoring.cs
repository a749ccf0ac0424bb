using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Storage;

namespace VstrsBot.Backup;

/// <summary><c>restore FILE</c>: a back-up becomes the desk, with every open handoff ended. Refused while a process serves.</summary>
internal sealed class Restoring(BotSettings settings, DeskKeys keys, TimeProvider time)
{
    /// <returns>0 restored; 1 not confirmed; 2 it could not be, and nothing was changed.</returns>
    /// <exception cref="StoreFileException">A process serves, or the file is no store of this release.</exception>
    public async Task<int> RunAsync(string file, Func<bool> confirmed, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            await errors.WriteLineAsync($"There is no file {file}. Nothing was restored.");
            return 2;
        }

        using var only = StoreOpening.TakeToServe(settings.Store);
        var place = Place();
        if (await place.WhyNotAsync(ct) is { } why)
        {
            await errors.WriteLineAsync($"{why} Nothing was restored.");
            return 2;
        }

        var draft = $"{Path.GetFullPath(settings.Store.Kind == StoreKind.Embedded ? settings.Store.Path : file)}.restoring";
        try
        {
            StoreFiles.Delete(draft);
            await CopyPrivatelyAsync(file, draft, ct);
            var restored = await MakeReadyAsync(draft, ct);
            await output.WriteLineAsync(InWords(restored));
            if (!confirmed())
            {
                await output.WriteLineAsync("Not restored.");
                return 1;
            }

            await output.WriteLineAsync(await place.TakeAsync(draft, ct));
            await output.WriteLineAsync($"Restored. {restored.Ended} open {(restored.Ended == 1 ? "handoff was" : "handoffs were")} ended. Start serve: it shows them ended in Teams.");
            return 0;
        }
        catch (Exception bad) when (bad is BadBackupException or UnreadableRowException or StoreFileException or StoreUnavailableException or StoreUnsureException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{bad.Message} Nothing was restored.");
            return 2;
        }
        finally
        {
            StoreFiles.Delete(draft);
        }
    }

    private IRestorePlace Place() => settings.Store.Kind == StoreKind.Embedded ? new EmbeddedPlace(settings.Store.Path) : new TablesPlace(settings.Store, time);

    private async Task<Restored> MakeReadyAsync(string draft, CancellationToken ct)
    {
        // The desk's own parts, over the draft: a handoff is ended here as it is anywhere.
        var services = new ServiceCollection().AddLogging().AddVstrsBot(settings with { Store = new StoreSettings { Path = draft } }, keys);
        services.AddSingleton(time);
        await using (var parts = services.BuildServiceProvider())
        {
            return await ActivatorUtilities.CreateInstance<RestoreDraft>(parts).MakeReadyAsync(ct);
        }
    }

    private static string InWords(Restored found) =>
        $"The back-up{(found.TakenAt is { } at ? $" was taken at {UkClock.At(at).InFull}. It" : "")} holds {found.Handoffs} handoffs; {found.Ended} of them were open. Its record is good.";

    private static async Task CopyPrivatelyAsync(string file, string draft, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var from = File.OpenRead(file);
        await using var to = new FileStream(draft, options);
        await from.CopyToAsync(to, ct);
    }
}
