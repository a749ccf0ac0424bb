using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>Exit codes of the audit verbs.</summary>
internal static class AuditExit
{
    public const int Good = 0;
    public const int Bad = 1;
    public const int CannotRun = 2;
}

/// <summary>Verifies the record in the store, or an exported file with nothing but the record key.</summary>
internal sealed class AuditVerify(RecordSeal seal)
{
    /// <summary>Verifies every chain in the store.</summary>
    /// <returns>0 good; 1 bad, the first bad line is named; 2 cannot run.</returns>
    public Task<int> RunAsync(IHandoffStore store, TextWriter output, CancellationToken ct) =>
        ReportAsync(() => new RecordVerifier(seal).VerifyAsync(new StoredRecord(store), ct), output);

    /// <summary>Verifies an export in JSON Lines.</summary>
    /// <returns>0 good; 1 bad, the first bad line is named; 2 cannot run.</returns>
    public Task<int> RunAsync(string exportPath, TextWriter output, CancellationToken ct) =>
        ReportAsync(async () =>
        {
            await using var file = File.OpenRead(exportPath);
            return await new ExportVerifier(seal).VerifyAsync(file, ct);
        }, output);

    private static async Task<int> ReportAsync(Func<Task<Verified>> verify, TextWriter output)
    {
        try
        {
            var found = await verify();
            await output.WriteLineAsync(found.FirstBad is { } bad
                ? $"The record is bad. First bad line: {bad}."
                : $"The record is good: {found.Lines} lines in {found.Chains} chains.");
            return found.FirstBad is null ? AuditExit.Good : AuditExit.Bad;
        }
        catch (Exception error) when (error is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"Cannot verify. {error.Message}");
            return AuditExit.CannotRun;
        }
    }
}
