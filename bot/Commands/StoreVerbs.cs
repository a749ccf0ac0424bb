using VstrsBot.Handoffs;
using VstrsBot.Identifiers;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Storage;

namespace VstrsBot.Commands;

/// <summary>Verbs that open the store beside the serving process.</summary>
internal static class StoreVerbs
{
    public static Task<int> ImportAsync(string folder, bool yes, CancellationToken ct) => WithStoreAsync(
        (opened, store, time) =>
        {
            var files = new RegisterFiles(Guid.Parse(opened.Settings.Teams.TenantId), new SeesDigest(opened.Keys), opened.Settings.Lists.Areas);
            return new RegisterImport(RegisterOf(opened, store, time), files, time, (after, stop) => ImportNotes.OfAsync(after, opened.Settings, store, time, stop))
                .RunAsync(folder, () => yes || Confirmed(), Console.Out, ct);
        },
        ct);

    public static Task<int> ListAsync(CancellationToken ct) => WithStoreAsync(
        (opened, store, time) => new RegisterList(RegisterOf(opened, store, time)).RunAsync(Console.Out, ct), ct);

    public static Task<int> ExportAsync(DateOnly from, DateOnly to, CancellationToken ct) => WithStoreAsync(
        (opened, store, _) => new AuditExport(store, new RecordSeal(opened.Keys.Record)).RunAsync(from, to, Console.Out, Console.Error, ct), ct);

    public static Task<int> VerifyAsync(string? export, CancellationToken ct) => WithStoreAsync(
        (opened, store, _) =>
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
            return await WithStoreAsync((opened, store, time) => run(new RecordHolds(store, DaysOf(opened, time), time)), ct);
        await Console.Error.WriteLineAsync("Take the customer's reference out of the reason. Nothing was changed.");
        return 2;
    }

    private static RegisterStore RegisterOf(Opened opened, IHandoffStore store, TimeProvider time) => new(store, DaysOf(opened, time), RandomSource.System);

    private static DayChain DaysOf(Opened opened, TimeProvider time) => new(new RecordChain(new RecordSeal(opened.Keys.Record)), time);

    private static async Task<int> WithStoreAsync(Func<Opened, IHandoffStore, TimeProvider, Task<int>> run, CancellationToken ct)
    {
        var builder = BotHost.Builder();
        if (await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Error, ct) is not { } opened)
            return 2;

        var store = StoreOpening.Open(opened.Settings.Store, TimeProvider.System);
        using var closed = store as IDisposable;
        return await run(opened, store, new DeskTime(store, TimeProvider.System));
    }

    private static bool Confirmed()
    {
        Console.Write("Apply this? yes or no: ");
        return string.Equals(Console.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
