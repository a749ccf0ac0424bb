using System.Text.Json.Nodes;
using TeamsStandIn;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using VstrsBot.Cards;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>
/// PR5: an activity of a guest, or of somebody of another tenant in our conversation, looks like anybody's. Their member record tells, and where
/// Teams does not say, only whom the register names is heard.
/// </summary>
public sealed class PR5_GuestsTests
{
    private const string OtherTenant = "bbbbbbbb-1111-4222-8333-444444444444";

    private static readonly Dictionary<string, Extra> Kinds = new(StringComparer.Ordinal)
    {
        ["a guest"] = new("Gus Lind", Role: null, Is: UserRole.Guest),
        ["a guest whom the register names by mistake"] = new("Gus Lind", Is: UserRole.Guest),
        ["of another tenant"] = new("Gus Lind", Role: null, TenantId: OtherTenant),
        ["of another tenant, and on the register by mistake"] = new("Gus Lind", "lead", "courtAction;VSTRS", TenantId: OtherTenant),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_of_theirs_is_heard_or_answered_or_kept(string who) => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.PostAsync();
            var (rows, written) = (await desk.RowsAndAddressesAsync(), desk.Written());
            foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)))
                await RefusedAsync(desk, verb, Press(desk, verb, number));
            foreach (var words in new[] { "handoff", $"accept {number}", $"end {number}", "on duty", "me", "help" })
                await RefusedAsync(desk, words, desk.Teams.Shapes.Message(Gus(desk), Channel(desk), "1700000000001", words));

            Assert.Equal(rows, await desk.RowsAndAddressesAsync());
            Assert.Equal(written, desk.Written());
        },
        also: [Kinds[who]]);

    [Fact]
    public Task A_guest_who_installs_the_app_is_not_remembered() => Desk.PlayAsync(
        async desk =>
        {
            var before = await desk.RowsAndAddressesAsync();
            await desk.Teams.As("Gus Lind").InstallForPersonAsync();
            Assert.Equal(before, await desk.RowsAndAddressesAsync());
        },
        also: [Kinds["a guest"]]);

    [Fact]
    public Task Of_a_teams_roster_only_staff_whom_the_register_names_are_remembered() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Leah.InstallInTeamAsync();
            var kept = (await desk.RowsAndAddressesAsync()).Where(row => row.StartsWith("p|", StringComparison.Ordinal)).ToList();
            Assert.Contains(kept, row => row.Contains(desk.Amir.Person.ObjectId.ToString(), StringComparison.Ordinal));
            foreach (var name in new[] { "Gus Lind", "Ola Dean" })
                Assert.DoesNotContain(kept, row => row.Contains(desk.Teams.As(name).Person.ObjectId.ToString(), StringComparison.Ordinal));
        },
        also: [Kinds["a guest whom the register names by mistake"], new Extra("Ola Dean", Role: null)]);

    /// <summary>The ladder would ask a lead whom the register names; the look-up says that it is a guest.</summary>
    [Fact]
    public Task Nothing_is_sent_to_a_guest_whom_the_register_names() => Desk.PlayAsync(
        async desk =>
        {
            await desk.PostAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(5));
            Assert.Contains(desk.Leah.Chat, message => message.IsFromBot);
            Assert.Empty(desk.Teams.As("Gus Lind").Chat);
        },
        also: [new Extra("Gus Lind", "lead", "courtAction;VSTRS", Is: UserRole.Guest)]);

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(429)]
    public Task While_Teams_does_not_say_who_somebody_is_only_the_register_is_believed(int status) => Desk.PlayAsync(
        async desk =>
        {
            desk.Teams.Faults.Next(Op.Members, Fault.Status(status)).UntilCleared();
            var number = await desk.PostAsync(); // by Tom, of whom nothing was heard before
            var (ola, rows, written) = (desk.Teams.As("Ola Dean"), await desk.RowsAndAddressesAsync(), desk.Written());
            Assert.Equal(403, (await ola.RawPressAsync(Verbs.Accept, new JsonObject { ["handoff"] = number })).Status);
            Assert.Equal(403, (await ola.SayAsync("help")).Status);
            Assert.Equal(rows, await desk.RowsAndAddressesAsync());
            Assert.Equal(written, desk.Written());

            desk.Teams.Faults.Clear();
            await ola.SayAsync("help");
            Assert.StartsWith("You are not on the register.", ola.Chat[^1].Plain, StringComparison.Ordinal);
        },
        also: [new Extra("Ola Dean", Role: null)]);

    [Fact]
    public Task Who_somebody_is_is_asked_once_an_hour() => Desk.PlayAsync(async desk =>
    {
        await desk.Tom.SayAsync("me");
        await desk.Tom.SayAsync("help");
        desk.Time.Advance(TimeSpan.FromMinutes(59));
        await desk.Tom.SayAsync("me");
        Assert.Equal(1, LookUps(desk));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Tom.SayAsync("me");
        Assert.Equal(2, LookUps(desk));
    });

    private static int LookUps(Desk desk) => desk.Teams.Transcript.Requests.Count(request => request is { Op: Op.Members, Person: "Tom Reed", Status: 200 });

    private static TeamsStandIn.Tenant.Conversation Channel(Desk desk) => desk.Teams.Tenant.Find(desk.Teams.Tenant.DmbChannelId)!;

    private static TeamsStandIn.Tenant.TeamsPerson Gus(Desk desk) => desk.Teams.As("Gus Lind").Person;

    private static JsonObject Press(Desk desk, string verb, string number) => desk.Teams.Shapes.Invoke(Gus(desk), Channel(desk), "adaptiveCard/action", new JsonObject
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = new JsonObject { ["handoff"] = number, ["surface"] = "authority", ["seesId"] = Desk.Code, ["reason"] = "Asked to", ["draft"] = "abc123" },
        },
    });

    private static async Task RefusedAsync(Desk desk, string what, JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = desk.Teams.Tenant.Id; // the conversation is ours
        activity["channelData"]!["tenant"]!["id"] = desk.Teams.Tenant.Id;
        var answer = await desk.Teams.DeliverAsync(activity, ct: TestContext.Current.CancellationToken);
        Assert.True(answer is { Status: 403, Body: null }, $"{what}: {answer.Status} {answer.Body}");
    }
}
