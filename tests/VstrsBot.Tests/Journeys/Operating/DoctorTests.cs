using TeamsStandIn.Faults;
using VstrsBot.Addresses;
using VstrsBot.Telemetry;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary><c>doctor</c> beside a process that serves: each line says whether it works and what to do.</summary>
public sealed class DoctorTests
{
    private static readonly string[] Checks = ["Store", "Clock", "Keys", "Serving", "Register", "Issuer", "Credential", "Token", "Teams", "Package", "Telemetry"];

    [Fact]
    public Task A_desk_that_is_well_fails_nothing_and_every_check_says_something() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        var (exit, lines) = await desk.DoctorAsync();
        Assert.True((exit, lines[^1]) == (0, "Nothing failed."), string.Join('\n', lines));
        Assert.Empty(Checks.Except(lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAt(1))));
        Assert.All(lines.SkipLast(1), line => Assert.Matches("^(pass|warn|FAIL)  [A-Z][a-z]+ +[A-Z0-9]", line));
        Assert.All(lines.Where(line => !line.StartsWith("pass", StringComparison.Ordinal)).SkipLast(1), line => Assert.Contains(" To do: ", line, StringComparison.Ordinal));
        await desk.EndAsync();
    });

    [Fact]
    public Task Doctor_changes_nothing_that_anybody_sees() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        var before = (Rows: await desk.RowsAsync(), desk.Teams.Tenant.Messages.Count);
        await desk.DoctorAsync();
        Assert.Equal(before.Rows, await desk.RowsAsync());
        Assert.Equal(before.Count, desk.Teams.Tenant.Messages.Count);
        await desk.EndAsync();
    });

    [Fact]
    public Task Each_fault_of_Teams_and_the_desk_fails_its_own_line() => Desk.PlayAsync(async desk =>
    {
        await FailsAsync(desk, "Issuer", Op.Metadata, Fault.Status(503));
        await FailsAsync(desk, "Issuer", Op.Keys, Fault.Cut());
        await FailsAsync(desk, "Token", Op.Token, Fault.Status(400));
        await FailsAsync(desk, "Teams", Op.Members, Fault.Status(404));
        await FailsAsync(desk, "Teams", Op.Members, Fault.Cut());
    });

    [Fact]
    public Task A_desk_without_a_channel_is_told_how_to_get_one() => Desk.PlayAsync(async desk =>
    {
        var (exit, lines) = await desk.DoctorAsync(settings => settings with { Channel = new ChannelSettings { ServiceUrl = desk.Settings.Channel.ServiceUrl } });
        Assert.Equal(1, exit);
        Assert.Contains("use this channel", Assert.Single(lines.NotPassed("Teams")), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_store_that_is_none_fails_and_the_lines_that_need_it_say_so() => Desk.PlayAsync(async desk =>
    {
        var path = Path.Combine(desk.Folder, "no-store.db");
        await File.WriteAllTextAsync(path, "This is no store, and long enough not to be taken for an empty one.");
        var (exit, lines) = await desk.DoctorAsync(settings => settings with { Store = settings.Store with { Path = path } });
        Assert.Equal(1, exit);
        Assert.StartsWith("FAIL  Store", lines.NotPassed("Store").Single(), StringComparison.Ordinal);
        Assert.Contains("See the line Store", string.Join('\n', lines.NotPassed("Register")), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(lines.NotPassed("Token"));
    });

    [Fact]
    public Task A_store_that_was_not_there_is_said_to_be_new() => Desk.PlayAsync(async desk =>
    {
        var (_, lines) = await desk.DoctorAsync(settings => settings with { Store = settings.Store with { Path = Path.Combine(desk.Folder, "elsewhere.db") } });
        Assert.Contains(lines.NotPassed("Store"), line => line.Contains("There was no store", StringComparison.Ordinal));
        Assert.Contains(lines.NotPassed("Register"), line => line.StartsWith("FAIL", StringComparison.Ordinal));
    });

    [Fact]
    public Task Another_record_key_is_found_out() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        await desk.EndAsync();
        var (exit, lines) = await desk.DoctorAsync(keys: Support.TestKeys.From(40));
        Assert.Equal(1, exit);
        Assert.Equal(2, lines.NotPassed("Keys").Count());
    });

    [Fact]
    public Task A_clock_that_is_wrong_fails_its_line() => Desk.PlayAsync(async desk =>
    {
        var ahead = await desk.DoctorAsync(machine: new Support.JumpyTime(TimeProvider.System.GetUtcNow().AddMinutes(10)));
        Assert.Contains(ahead.Lines.NotPassed("Clock"), line => line.StartsWith("FAIL", StringComparison.Ordinal) && line.Contains("ahead of", StringComparison.Ordinal));
        var right = await desk.DoctorAsync(machine: TimeProvider.System);
        Assert.Empty(right.Lines.NotPassed("Clock"));
    });

    [Fact]
    public Task Somebody_who_cannot_be_reached_is_named() => Desk.PlayAsync(async desk =>
    {
        Assert.DoesNotContain((await desk.DoctorAsync()).Lines.NotPassed("Teams"), line => line.Contains("Leah", StringComparison.Ordinal));
        Assert.Contains((await desk.DoctorAsync()).Lines.NotPassed("Teams"), line => line.Contains("Not reachable: Tom Reed (adviser)", StringComparison.Ordinal));
        await desk.Tom.SayAsync("me");
        Assert.Empty((await desk.DoctorAsync()).Lines.NotPassed("Teams"));
    });

    [Fact]
    public Task A_collector_that_does_not_answer_is_a_warning() => Desk.PlayAsync(async desk =>
    {
        var (exit, lines) = await desk.DoctorAsync(settings => settings with { Telemetry = new TelemetrySettings { OtlpEndpoint = "http://127.0.0.1:1" } });
        Assert.True(exit == 0, string.Join('\n', lines));
        Assert.StartsWith("warn  Telemetry", Assert.Single(lines.NotPassed("Telemetry")), StringComparison.Ordinal);
    });

    private static async Task FailsAsync(Desk desk, string check, Op op, Fault fault)
    {
        var order = desk.Teams.Faults.Next(op, fault).UntilCleared();
        var (exit, lines) = await desk.DoctorAsync();
        Assert.Equal(1, exit);
        Assert.Contains(lines.NotPassed(check), line => line.StartsWith("FAIL", StringComparison.Ordinal) && line.Contains(" To do: ", StringComparison.Ordinal));
        order.Clear();
    }
}
