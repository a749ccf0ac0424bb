using VstrsBot.Backup;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Commands;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupVerbs
{
    public static async Task<int> BackupAsync(string file, CancellationToken ct)
    {
        var builder = BotHost.Builder();
        if (await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Error, ct) is not { } opened)
            return 2;

        var store = StoreOpening.Open(opened.Settings.Store, TimeProvider.System);
        using var closed = store as IDisposable;
        var time = new DeskTime(store, TimeProvider.System);
        var days = new DayChain(new RecordChain(new RecordSeal(opened.Keys.Record)), time);
        return await new BackupTaking(opened.Settings.Store, store, days, time).RunAsync(file, Console.Out, Console.Error, ct);
    }

    public static async Task<int> RestoreAsync(string file, bool yes, CancellationToken ct)
    {
        var builder = BotHost.Builder();
        if (await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Error, ct) is not { } opened)
            return 2;
        return await new Restoring(opened.Settings, opened.Keys, TimeProvider.System).RunAsync(file, () => yes || Confirmed(), Console.Out, Console.Error, ct);
    }

    private static bool Confirmed()
    {
        Console.Write("Put it in the place of the desk? yes or no: ");
        return string.Equals(Console.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
