using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Doctor;

/// <summary>Runs the checks one after another and says what each found: plain lines, for a screen as for a log.</summary>
internal sealed class Examination(TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    private int bad;

    /// <returns>0 nothing failed; 1 something did.</returns>
    public async Task<int> RunAsync(IEnumerable<ICheck> checks, CancellationToken ct)
    {
        foreach (var check in checks)
            await RunAsync(check, ct);
        return await EndAsync();
    }

    public async Task SayAsync(string check, Finding found)
    {
        if (found.Verdict == Verdict.Bad)
            bad++;
        var verdict = found.Verdict switch { Verdict.Good => "pass", Verdict.Warn => "warn", _ => "FAIL" };
        await output.WriteLineAsync($"{verdict}  {check,-10}  {found.Says}{(found.Do is null ? "" : $" To do: {found.Do}")}");
    }

    /// <returns>0 nothing failed; 1 something did.</returns>
    public async Task<int> EndAsync()
    {
        await output.WriteLineAsync(bad == 0 ? "Nothing failed." : bad == 1 ? "One line failed." : $"{bad} lines failed.");
        return bad == 0 ? 0 : 1;
    }

    private async Task RunAsync(ICheck check, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(AtMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            await foreach (var found in check.LookAsync(either.Token))
                await SayAsync(check.Name, found);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await SayAsync(check.Name, Finding.Bad($"No answer in {AtMost.TotalSeconds:0} s.", "Look at the network and the load of this machine, then run doctor again."));
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException or StoreFileException or UnreadableRowException)
        {
            await SayAsync(check.Name, Finding.Bad(fault.Message, "Put the store right first: see the line Store."));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The text of an unknown fault may quote anything.
            await SayAsync(check.Name, Finding.Bad($"The check itself failed: {fault.GetType().Name}.", "Report this with the release and the line."));
        }
    }
}
