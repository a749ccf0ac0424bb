using System.Text.Json;
using TeamsStandIn;
using TeamsStandIn.Sandbox;
using VstrsBot.Tests.Rules;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>The program as an administrator runs it: real processes, real time, every verb beside the one that serves.</summary>
public sealed class AdministratorsDayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Examined_backed_up_stopped_restored_and_started_again()
    {
        using var folder = new TemporaryFolder();
        await using var desk = await PretendDesk.OpenAsync(typeof(BotSettings).Assembly.Location, folder.File("bot"), new StandInOptions(), DeskTimes.Product, Ct);
        var (bot, backup) = (desk.Bot, folder.File("desk.backup"));

        await SaysAsync(bot, 0, ["doctor"], "Nothing failed.", "pass  Serving", "pass  Token", "pass  Teams");
        await SaysAsync(bot, 0, ["backup", backup], "Backed up to", "without working data");
        await SaysAsync(bot, 2, ["backup", backup], "is there already");
        await SaysAsync(bot, 2, ["restore", backup, "--yes"], "already serving from this store");

        Assert.Equal(0, await bot.StopAsync(Ct));
        await SaysAsync(bot, 0, ["doctor"], "warn  Serving     No process serves this desk now.");
        await SaysAsync(bot, 0, ["restore", backup, "--yes"], "Restored. 0 open handoffs were ended.");
        await SaysAsync(bot, 0, ["audit", "verify"], "The record is good");
        await SaysAsync(bot, 0, ["audit", "export"], "\"kind\":\"BackedUp\"", "\"kind\":\"Restored\"");
        await SaysAsync(bot, 0, ["register", "list"], "Priya Shah, Specialist");

        await bot.StartAsync(Ct);
        await desk.Teams.As("Priya Shah").SayAsync("on duty", Ct);
        Assert.Equal(0, await bot.StopAsync(Ct));
        EveryLineIsStructured(await File.ReadAllLinesAsync(desk.Folder.Log, Ct));
        Assert.Empty(await File.ReadAllTextAsync($"{desk.Folder.Log}.errors", Ct));
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read_is_said_without_a_stack_trace_and_stops_every_verb()
    {
        using var folder = new TemporaryFolder();
        await using var desk = await PretendDesk.OpenAsync(typeof(BotSettings).Assembly.Location, folder.File("bot"), new StandInOptions(), DeskTimes.Product, Ct);
        var settings = Path.Combine(desk.Folder.Path, "vstrsbot.json");
        var good = await File.ReadAllTextAsync(settings, Ct);
        await File.WriteAllTextAsync(settings, good.Replace("\"Channel\"", "\"Chanel\"", StringComparison.Ordinal).Replace("\"AppId\": \"", "\"AppId\": \"x", StringComparison.Ordinal), Ct);
        foreach (var verb in new[] { "serve", "register list", "audit export", "backup nowhere" })
        {
            var said = await SaysAsync(desk.Bot, 2, verb.Split(' '), "Chanel is not a setting", "Teams:AppId must be the bot's app id, a GUID");
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }

        await SaysAsync(desk.Bot, 1, ["doctor"], "FAIL  Settings    Chanel is not a setting", "FAIL  Settings    Teams:AppId must be");
        await File.WriteAllTextAsync(settings, good[..^5], Ct);
        Assert.DoesNotContain("   at ", await SaysAsync(desk.Bot, 2, ["serve"], "vstrsbot.json cannot be read."), StringComparison.Ordinal);
    }

    private static async Task<string> SaysAsync(BotProgram bot, int expected, string[] verb, params string[] words)
    {
        var (exit, said) = await bot.RunAsync(verb, Ct);
        Assert.True(exit == expected && words.All(word => said.Contains(word, StringComparison.Ordinal)), $"{string.Join(' ', verb)}: {exit}\n{said}");
        return said;
    }

    /// <summary>PR3: JSON, and no field that is not on the list.</summary>
    private static void EveryLineIsStructured(string[] lines)
    {
        Assert.NotEmpty(lines);
        foreach (var line in lines.Select(line => JsonElement.Parse(line)))
        {
            Assert.Empty(line.EnumerateObject().Select(field => field.Name).Except(["Timestamp", "EventId", "LogLevel", "Category", "Message", "State"]));
            Assert.Empty(line.GetProperty("State").EnumerateObject().Select(field => field.Name).Except([.. LogFields.Allowed.Keys, "Message", "{OriginalFormat}"]));
        }
    }
}
