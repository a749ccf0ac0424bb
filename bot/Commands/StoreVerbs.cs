using VstrsBot.Handoffs;
using VstrsBot.Identifiers;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Storage.Sqlite;

namespace VstrsBot.Commands;

/// <summary>Verbs that open the store beside the serving process.</summary>
internal static class StoreVerbs
{
    public static Task<int> ImportAsync(string folder, bool yes, CancellationToken ct) => WithStoreAsync(
        (opened, store) =>
        {
            var files = new RegisterFiles(Guid.Parse(opened.Settings.Teams.TenantId), new SeesDigest(opened.Keys), opened.Settings.Lists.Areas);
            return new RegisterImport(RegisterOf(opened, store), files, TimeProvider.System).RunAsync(folder, () => yes || Confirmed(), Console.Out, ct);
        },
        ct);

    public static Task<int> ListAsync(CancellationToken ct) => WithStoreAsync((opened, store) => new RegisterList(RegisterOf(opened, store)).RunAsync(Console.Out, ct), ct);

    public static Task<int> ExportAsync(DateOnly from, DateOnly to, CancellationToken ct) => WithStoreAsync(
        (opened, store) => new AuditExport(store, new RecordSeal(opened.Keys.Record)).RunAsync(from, to, Console.Out, Console.Error, ct), ct);

    public static Task<int> VerifyAsync(string? export, CancellationToken ct) => WithStoreAsync(
        (opened, store) =>
        {
            var verify = new AuditVerify(new RecordSeal(opened.Keys.Record));
            return export is null ? verify.RunAsync(store, Console.Out, ct) : verify.RunAsync(export, Console.Out, ct);
        },
        ct);

    public static Task<int> HoldAsync(string record, string because, CancellationToken ct) => WithHoldsAsync(because, holds => holds.HoldAsync(record, because, Console.Out, ct), ct);

    public static Task<int> ReleaseAsync(string record, string because, CancellationToken ct) => WithHoldsAsync(because, holds => holds.ReleaseAsync(record, because, Console.Out, ct), ct);

    private static async Task<int> WithHoldsAsync(string because, Func<RecordHolds, Task<int>> run, CancellationToken ct)
    {
        if (!CustomerReference.IsIn(because))
            return await WithStoreAsync((opened, store) => run(new RecordHolds(store, DaysOf(opened), TimeProvider.System)), ct);
        await Console.Error.WriteLineAsync("Take the customer's reference out of the reason. Nothing was changed.");
        return 2;
    }

    private static RegisterStore RegisterOf(Opened opened, IHandoffStore store) => new(store, DaysOf(opened), RandomSource.System);

    private static DayChain DaysOf(Opened opened) => new(new RecordChain(new RecordSeal(opened.Keys.Record)), TimeProvider.System);

    private static async Task<int> WithStoreAsync(Func<Opened, IHandoffStore, Task<int>> run, CancellationToken ct)
    {
        var builder = BotHost.Builder();
        if (await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Error, ct) is not { } opened)
            return 2;

        using var store = SqliteStore.Open(new SqliteStoreSettings(opened.Settings.Store.Path), TimeProvider.System);
        return await run(opened, store);
    }

    private static bool Confirmed()
    {
        Console.Write("Apply this? yes or no: ");
        return string.Equals(Console.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
