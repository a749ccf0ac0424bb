using System.Diagnostics;

namespace VstrsBot.Tests.Support;

/// <summary>What a program that ran to its end said.</summary>
internal sealed record Ran(int Exit, string Output, string Errors)
{
    public string Said => Output + Errors;
}

/// <summary>Programs that are run to their end, as anyone would from a shell.</summary>
internal static class Programs
{
    public static async Task<Ran> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var running = Process.Start(start)!;
        running.StandardInput.Close();
        var output = running.StandardOutput.ReadToEndAsync(ct);
        var errors = running.StandardError.ReadToEndAsync(ct);
        await running.WaitForExitAsync(ct);
        return new Ran(running.ExitCode, await output, await errors);
    }
}
