using System.Text;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Processes;

/// <summary>The embedded store with real processes: one that serves, and the other verbs beside it.</summary>
public sealed class EmbeddedStoreTests
{
    [Fact]
    public async Task A_second_start_says_so_and_the_first_serves_on()
    {
        await using var desk = await ProcessDesk.OpenAsync();
        var (exit, said) = await desk.Bot.RunAsync(["serve"], ProcessDesk.Ct);
        Assert.Equal(2, exit);
        Assert.Contains("Another process is already serving from this store. Stop it first, or name another store.", said, StringComparison.Ordinal);
        Assert.Contains("desk.db.lock", said, StringComparison.Ordinal);
        Assert.Contains("on the register as a specialist", (await AnswerToMeAsync(desk)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_of_a_killed_process_holds_nobody_back()
    {
        await using var desk = await ProcessDesk.OpenAsync();
        await desk.Bot.KillAsync();
        await desk.Bot.StartAsync(ProcessDesk.Ct);
        Assert.Contains("on the register as a specialist", (await AnswerToMeAsync(desk)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_verbs_work_beside_the_serving_process_while_it_renews()
    {
        await using var desk = await ProcessDesk.OpenAsync(TimeSpan.FromMinutes(1));
        var number = await desk.LiveAsync();
        var people = Path.Combine(desk.Desk.Folder.Register, "people.csv");
        await File.AppendAllLinesAsync(people, [$"{Guid.NewGuid()},Nia Cole,adviser,NC 0001,,07700 900124,,"], ProcessDesk.Ct);

        await RunsAsync(desk, ["register", "import", desk.Desk.Folder.Register, "--yes"], "Nia Cole");
        await RunsAsync(desk, ["register", "list"], "Nia Cole");
        await RunsAsync(desk, ["audit", "hold", number, "--because", "A complaint is open"], $"{number} is kept until it is released.");
        await RunsAsync(desk, ["audit", "release", number, "--because", "It is closed"], $"{number} goes when its period is over.");
        var exported = Path.Combine(desk.Desk.Folder.Path, "record.jsonl");
        await File.WriteAllTextAsync(exported, await RunsAsync(desk, ["audit", "export"], "CallTaken"), new UTF8Encoding(false), ProcessDesk.Ct);
        await RunsAsync(desk, ["audit", "verify", exported], "The record is good");
        await RunsAsync(desk, ["audit", "verify"], "The record is good");

        var renewed = LiveRendering.In(desk.Teams.Transcript).Count;
        await desk.UntilAsync(() => LiveRendering.In(desk.Teams.Transcript).Count >= renewed + 3);
        Assert.Equal(3, desk.Banners.Count);
        await desk.PressAsync(desk.Tom, "The whole call has ended");
        await desk.UntilAsync(() => desk.Banners.Count == 0);
    }

    [Fact]
    public async Task It_is_ready_though_Teams_and_its_tokens_answer_nothing()
    {
        await using var desk = await ProcessDesk.OpenAsync();
        await desk.Bot.KillAsync();
        desk.Teams.Faults.Next(TeamsStandIn.Faults.Op.Connector | TeamsStandIn.Faults.Op.Token | TeamsStandIn.Faults.Op.Metadata | TeamsStandIn.Faults.Op.Keys, TeamsStandIn.Faults.Fault.Silence()).UntilCleared();
        await desk.Bot.StartAsync(ProcessDesk.Ct); // completes when /readyz says yes
        desk.Teams.Faults.Clear();
    }

    private static async Task<string> RunsAsync(ProcessDesk desk, string[] verb, string says)
    {
        var (exit, said) = await desk.Bot.RunAsync(verb, ProcessDesk.Ct);
        Assert.True(exit == 0 && said.Contains(says, StringComparison.Ordinal), $"{string.Join(' ', verb)}: {exit} {said}");
        return said;
    }

    private static async Task<TeamsStandIn.Clients.SeenMessage> AnswerToMeAsync(ProcessDesk desk)
    {
        await desk.Priya.SayAsync("me", ProcessDesk.Ct);
        return desk.Priya.Chat[^1];
    }
}
