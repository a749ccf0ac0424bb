using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Backup;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Backup;

/// <summary><c>backup</c> and <c>restore</c> of a desk in a test.</summary>
internal static class BackupDesk
{
    /// <summary>The store's file.</summary>
    public static string StorePath(this Desk desk) => desk.Settings.Store.Path;

    /// <summary>Takes a back-up while the desk is served; returns its file.</summary>
    public static async Task<string> BackUpAsync(this Desk desk)
    {
        var file = Path.Combine(desk.Folder, $"{Guid.NewGuid():N}.backup");
        var (exit, said) = await desk.TryBackUpAsync(file);
        return exit == 0 ? file : throw new InvalidOperationException(said);
    }

    public static async Task<(int Exit, string Said)> TryBackUpAsync(this Desk desk, string file)
    {
        var output = new StringWriter();
        var taking = new BackupTaking(desk.Settings.Store, desk.Parts.GetRequiredService<IHandoffStore>(), desk.Parts.GetRequiredService<DayChain>(), desk.Time);
        return (await taking.RunAsync(file, output, output, CancellationToken.None), output.ToString());
    }

    /// <summary>The desk must have been stopped.</summary>
    public static async Task<(int Exit, string Said)> RestoreAsync(this Desk desk, string file, DeskKeys? keys = null, bool confirmed = true)
    {
        var output = new StringWriter();
        var exit = await new Restoring(desk.Settings, keys ?? TestKeys.Desk, desk.Time).RunAsync(file, () => confirmed, output, output, CancellationToken.None);
        desk.WasRestored |= exit == 0;
        return (exit, output.ToString());
    }
}
