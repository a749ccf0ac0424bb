using System.CommandLine;
using VstrsBot.Handoffs;
using VstrsBot.Settings;
using VstrsBot.Storage;

namespace VstrsBot.Commands;

/// <summary>The verbs of the program, each with --help and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>As long as the host gives what is under way.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(35);

    /// <returns>What the verb says; 2 when it cannot run.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopsWithin });
        }
        catch (Exception stopped) when (stopped is SettingsFileException or StoreFileException or StoreUnavailableException or StoreUnsureException)
        {
            await Console.Error.WriteLineAsync(stopped.Message);
            return 2;
        }
    }

    /// <summary>The program and its verbs.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("The VSTRS handoff bot. Without a verb it serves.");
        root.Subcommands.Add(Serve());
        root.Subcommands.Add(Register());
        root.Subcommands.Add(Audit());
        root.Subcommands.Add(Doctor());
        root.Subcommands.Add(Backup());
        root.Subcommands.Add(Restore());
        root.SetAction((_, ct) => ServeVerb.RunAsync(ct));
        return root;
    }

    private static Command Serve()
    {
        var serve = new Command("serve", "Serves POST /api/messages, /healthz and /readyz until it is told to stop.");
        serve.SetAction((_, ct) => ServeVerb.RunAsync(ct));
        return serve;
    }

    private static Command Register()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds people.csv and, optionally, organisations.csv and rota.csv." };
        var yes = new Option<bool>("--yes") { Description = "Applies without asking." };
        var import = new Command("import", "Shows what an import changes, then applies it. The files are not kept.") { folder, yes };
        import.SetAction((parsed, ct) => StoreVerbs.ImportAsync(parsed.GetValue(folder)!.FullName, parsed.GetValue(yes), ct));

        var list = new Command("list", "Shows who is what. Never a SEES ID.");
        list.SetAction((_, ct) => StoreVerbs.ListAsync(ct));
        return new Command("register", "Who is what on this desk.") { import, list };
    }

    private static Command Doctor()
    {
        var doctor = new Command("doctor", "Looks at everything the service needs, and says of each whether it works and what to do. 0 nothing failed, 1 something did, 2 it cannot run.");
        doctor.SetAction((_, ct) => DoctorVerb.RunAsync(ct));
        return doctor;
    }

    private static Command Backup()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where the back-up goes. Must not be there." };
        var backup = new Command("backup", "Writes a back-up while the desk is served: no working data, no keys. 0 done, 2 it cannot.") { file };
        backup.SetAction((parsed, ct) => BackupVerbs.BackupAsync(parsed.GetValue(file)!.FullName, ct));
        return backup;
    }

    private static Command Restore()
    {
        var file = new Argument<FileInfo>("file") { Description = "A back-up." };
        var yes = new Option<bool>("--yes") { Description = "Restores without asking." };
        var restore = new Command("restore", "Puts a back-up in the place of the desk: its record verified, every open handoff ended. Refused while a process serves. 0 done, 1 not confirmed, 2 it cannot.") { file, yes };
        restore.SetAction((parsed, ct) => BackupVerbs.RestoreAsync(parsed.GetValue(file)!.FullName, parsed.GetValue(yes), ct));
        return restore;
    }

    private static Command Audit()
    {
        var from = new Option<DateOnly?>("--from") { Description = "First UTC day, yyyy-MM-dd." };
        var to = new Option<DateOnly?>("--to") { Description = "Last UTC day, yyyy-MM-dd." };
        var format = new Option<string>("--format") { Description = "jsonl", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var export = new Command("export", "Writes the record to standard output.") { from, to, format };
        export.SetAction((parsed, ct) => StoreVerbs.ExportAsync(parsed.GetValue(from) ?? DateOnly.MinValue, parsed.GetValue(to) ?? DateOnly.MaxValue, ct));

        var file = new Argument<FileInfo?>("file") { Description = "An export; without it the store is checked.", Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", "Checks the record's chains and names the first bad line. 0 good, 1 bad, 2 cannot run.") { file };
        verify.SetAction((parsed, ct) => StoreVerbs.VerifyAsync(parsed.GetValue(file)?.FullName, ct));
        return new Command("audit", "The record.") { export, verify, Hold("hold", "Keeps a record past its period.", StoreVerbs.HoldAsync), Hold("release", "Lets a held record go when its period is over.", StoreVerbs.ReleaseAsync) };
    }

    private static Command Hold(string name, string does, Func<string, string, CancellationToken, Task<int>> run)
    {
        var record = new Argument<string>("record") { Description = "A handoff number, or a UTC day (yyyy-MM-dd)." };
        var because = new Option<string>("--because") { Description = "Why: it is recorded. Nothing about a customer.", Required = true };
        var hold = new Command(name, $"{does} 0 done, 1 no such record, 2 cannot run.") { record, because };
        hold.SetAction((parsed, ct) => run(parsed.GetValue(record)!, parsed.GetValue(because)!, ct));
        return hold;
    }
}
