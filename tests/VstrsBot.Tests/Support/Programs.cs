using System.Diagnostics;

namespace VstrsBot.Tests.Support;

/// <summary>What a program that ran to its end said.</summary>
internal sealed record Ran(int Exit, string Output, string Errors)
{
    public string Said => Output + Errors;

    public void Expect(int exit)
    {
        if (Exit != exit)
            throw new InvalidOperationException($"Exit {Exit}: {Said}");
    }
}

/// <summary>Programs that are run to their end, as anyone would from a shell.</summary>
internal static class Programs
{
    /// <param name="environment">Put over this process's own.</param>
    /// <param name="input">What is typed to it.</param>
    public static async Task<Ran> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null, string input = "")
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
        var output = running.StandardOutput.ReadToEndAsync(ct);
        var errors = running.StandardError.ReadToEndAsync(ct);
        await running.StandardInput.WriteAsync(input);
        running.StandardInput.Close();
        await running.WaitForExitAsync(ct);
        return new Ran(running.ExitCode, await output, await errors);
    }
}
