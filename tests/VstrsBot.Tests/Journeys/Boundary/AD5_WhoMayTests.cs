using System.Text.Json.Nodes;
using VstrsBot.Cards;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>AD5: every verb and who may press it. Whoever adds a verb adds a row, or nobody may press it and this fails.</summary>
public sealed class AD5_WhoMayTests
{
    private static readonly Extra[] Also =
    [
        new("Grace Osei", "assurance", Areas: ""), new("Noor Hassan", Role: null), new("Owen Price", "adviser", Areas: "", SeesId: "ZZ 1234"), new("Dev Patel"),
    ];

    /// <summary>A adviser, S specialist, L lead, Q assurance.</summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        [Verbs.FindSomeone] = "A",
        [Verbs.SendDetails] = "A",
        [Verbs.ChangeDetails] = "A",
        [Verbs.FillIn] = "A",
        [Verbs.Accept] = "S",
        [Verbs.Decline] = "S",
        [Verbs.DeclineReason] = "S",
        [Verbs.CheckSeesId] = "S",
        [Verbs.GiveBack] = "S",
        [Verbs.NotSatisfied] = "S",
        [Verbs.TakeCall] = "S",
        [Verbs.ShowDetails] = "S",
        [Verbs.CheckNow] = "S",
        [Verbs.StillOn] = "AS",
        [Verbs.NotOn] = "AS",
        [Verbs.Left] = "A",
        [Verbs.EndCall] = "ASL",
        [Verbs.Withdraw] = "A",
        [Verbs.PostedInError] = "A",
        [Verbs.SomeoneElse] = "A",
        [Verbs.AskAgain] = "A",
        [Verbs.ArrangeCallBack] = "A",
        [Verbs.WrapUp] = "S",
        [Verbs.ShowNote] = "S",
        [Verbs.Fresh] = "A",
        [Verbs.StartHandoff] = "A",
        [Verbs.Move] = "L",
        [Verbs.LeadEnd] = "L",
        [Verbs.OnDuty] = "S",
        [Verbs.OffDuty] = "S",
        [Verbs.Heard] = "S",
        [Verbs.NotHeard] = "S",
        [Verbs.Help] = "ASLQ",
        [Verbs.View] = "ASL",
        [WhoMay.Me] = "ASLQ",
        [WhoMay.UseThisChannel] = "L",
    };

    private static readonly (char Letter, Roles Role, string Name)[] People =
    [
        ('A', Roles.Adviser, "Owen Price"), ('S', Roles.Specialist, "Dev Patel"), ('L', Roles.Lead, "Leah Brooks"), ('Q', Roles.Assurance, "Grace Osei"),
    ];

    private static IEnumerable<string> Pressed => CardLint.ConstantsOf(typeof(Verbs));

    [Fact]
    public void Every_verb_has_its_row() => Assert.Equal(Pressed.Concat([WhoMay.Me, WhoMay.UseThisChannel]).Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_rule_is_the_table_for_every_verb_and_role()
    {
        foreach (var (verb, letters) in Table)
        {
            Assert.False(WhoMay.Do(verb, Roles.None), verb);
            foreach (var (letter, role, _) in People)
                Assert.True(WhoMay.Do(verb, role) == letters.Contains(letter), $"{verb} by {role}");
        }
    }

    [Theory]
    [InlineData("no such verb")]
    [InlineData("")]
    [InlineData("ACCEPT")]
    public void What_is_not_in_the_table_is_nobodys(string verb) =>
        Assert.False(WhoMay.Do(verb, Roles.Adviser | Roles.Specialist | Roles.Lead | Roles.Assurance));

    [Fact]
    public void A_line_without_roles_is_nobodys() => Assert.False(new Right(Roles.None).Lets(Roles.Adviser | Roles.Specialist | Roles.Lead | Roles.Assurance));

    /// <summary>At every stage of a handoff, whoever the table refuses changes nothing, whatever the pointer says, and is shown no card.</summary>
    [Theory]
    [InlineData("waiting")]
    [InlineData("claimed")]
    [InlineData("confirmed")]
    [InlineData("live")]
    [InlineData("ended")]
    public Task Whom_the_table_refuses_the_running_bot_refuses(string stage) => Desk.PlayAsync(
        async desk =>
        {
            var number = await ReachAsync(desk, stage);
            foreach (var verb in Pressed)
            {
                foreach (var (letter, _, name) in People.Where(person => !Table[verb].Contains(person.Letter)))
                {
                    var answer = await desk.ChangesNothingAsync(() => desk.Teams.As(name).RawPressAsync(verb, Data(number)));
                    Assert.True(answer is { Status: 200, Card: null, Message: not null }, $"{verb} by {letter}: {answer.Body}");
                }

                var stranger = await desk.ChangesNothingAsync(() => desk.Teams.As("Noor Hassan").RawPressAsync(verb, Data(number)));
                Assert.StartsWith("You are not on the register.", stranger.Message, StringComparison.Ordinal);
            }
        },
        also: Also);

    private static readonly string[] Typed =
    [
        "accept", "decline", "give back", "sees", "taken", "check", "details", "note", "still", "left", "end", "withdraw", "posted in error", "someone else", "not satisfied",
        "again", "fresh", "call back", "move",
    ];

    /// <summary>Typing is no way round the table.</summary>
    [Fact]
    public Task Whom_the_table_refuses_no_typed_word_helps() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            var words = Typed.Select(command => (Words: $"{command} {number}", TypedCommand.Read($"{command} {number}")!.Verb))
                .Append(("handoff", Verbs.StartHandoff)).Append(("on duty", Verbs.OnDuty)).Append(("off duty", Verbs.OffDuty));
            foreach (var (typed, verb) in words)
            {
                foreach (var (letter, _, name) in People.Where(person => !Table[verb].Contains(person.Letter)))
                {
                    var before = await desk.RowsAsync();
                    await desk.Teams.As(name).SayAsync(typed);
                    Assert.Equal(before, await desk.RowsAsync());
                    Assert.True(IsRefusal(desk.Teams.As(name).Chat[^1].Plain), $"{typed} by {letter}: {desk.Teams.As(name).Chat[^1].Plain}");
                    await desk.SettleAsync();
                }
            }
        },
        also: Also);

    private static bool IsRefusal(string? words) =>
        words is not null && (words.Contains("can do this.", StringComparison.Ordinal) || words.StartsWith("Your role on the register", StringComparison.Ordinal));

    /// <summary>Whoever has the role is heard: what refuses them is the state, not the table.</summary>
    [Fact]
    public Task Whom_the_table_allows_the_running_bot_hears() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            foreach (var verb in Pressed)
            {
                foreach (var (letter, _, name) in People.Where(person => Table[verb].Contains(person.Letter)))
                {
                    var answer = await desk.Teams.As(name).RawPressAsync(verb, Data(number));
                    var refusedByRole = answer.Message is { } words && (words.Contains("on the register can do this", StringComparison.Ordinal) || words.Contains("Your role", StringComparison.Ordinal));
                    Assert.False(refusedByRole, $"{verb} by {letter}: {answer.Message}");
                }
            }
        },
        also: Also);

    [Fact]
    public Task Nobody_accepts_their_own_handoff() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.PostAsync();
            var answer = await desk.ChangesNothingAsync(() => desk.Tom.RawPressAsync(Verbs.Accept, Data(number)));
            Assert.Equal("You posted this handoff. Somebody else must accept it.", answer.Message);
        });

    private static async Task<string> ReachAsync(Desk desk, string stage)
    {
        switch (stage)
        {
            case "waiting":
                var waiting = await desk.PostAsync();
                await desk.SendDetailsAsync();
                return waiting;
            case "claimed":
                return await desk.ClaimedAsync();
            case "confirmed":
                return await desk.ConfirmedAsync();
            default:
                var number = await desk.LiveAsync();
                if (stage == "ended")
                    await desk.EndAsync();
                return number;
        }
    }

    /// <summary>Everything any verb could want, well formed.</summary>
    private static JsonObject Data(string number) => new()
    {
        ["handoff"] = number,
        ["surface"] = "authority",
        ["draft"] = "abc123",
        ["seesId"] = Desk.Code,
        ["reason"] = "The caller hung up",
        ["moveTo"] = "timeToPay",
        ["callBack"] = "vstrs",
        ["callBackBy"] = "hour",
        ["outcome"] = "held",
        ["inIdms"] = "true",
        ["declineWhy"] = "break",
        ["callerVerified"] = "true",
        ["organisation"] = "Citizens Advice",
        ["area"] = "courtAction",
        ["debtStage"] = "preEnforcement",
        ["whyNotVstrs"] = "stage",
    };
}
