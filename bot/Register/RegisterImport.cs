namespace VstrsBot.Register;

/// <summary><c>register import FOLDER</c>: shows the difference first, then applies and records it. The files are not kept.</summary>
/// <param name="notes">What is to be known of the register as it will be.</param>
internal sealed class RegisterImport(RegisterStore store, RegisterFiles files, TimeProvider time, Func<RegisterSnapshot, CancellationToken, IAsyncEnumerable<RegisterNote>>? notes = null)
{
    /// <returns>0 applied or nothing to change; 1 not confirmed, or somebody else imported meanwhile; 2 the files have faults.</returns>
    public async Task<int> RunAsync(string folder, Func<bool> confirmed, TextWriter output, CancellationToken ct)
    {
        if (files.Read(folder) is not { } after)
        {
            foreach (var fault in files.Faults)
                await output.WriteLineAsync(fault);
            await output.WriteLineAsync("Nothing was imported. Put these right and import again.");
            return 2;
        }

        foreach (var warning in files.Warnings)
            await output.WriteLineAsync($"Look at {warning}");

        var (before, tag) = await store.ReadAsync(ct);
        var difference = RegisterDifference.Between(before, after);
        foreach (var change in difference)
            await output.WriteLineAsync(change.Shown);
        if (difference.Count == 0)
        {
            await output.WriteLineAsync("The register is so already. Nothing to change.");
            return 0;
        }

        await foreach (var note in notes?.Invoke(after, ct) ?? AsyncEnumerable.Empty<RegisterNote>())
            await output.WriteLineAsync($"Note: {note}");

        var lines = RegisterLines.For(difference, time.GetUtcNow());
        if (lines.Count > RegisterLines.Most)
        {
            await output.WriteLineAsync("Nothing was imported. These are more changes than one import can record. Import them in parts, for example the rota of one month at a time.");
            return 2;
        }

        if (!confirmed())
        {
            await output.WriteLineAsync("Not applied.");
            return 1;
        }

        if (!await store.TryApplyAsync(after, tag, lines, ct))
        {
            await output.WriteLineAsync("Somebody else imported meanwhile. Nothing was changed. Import again.");
            return 1;
        }

        await output.WriteLineAsync($"Applied: {after.People.Length} entries, {after.Organisations.Length} organisations, {after.Rota.Length} turns of duty.");
        return 0;
    }
}
