using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE1: any transcript played twice gives the same final state and no second ping, under the same ids and, but for what somebody typed, under new ones.</summary>
public sealed class RE1_ReplayTests
{
    private static readonly Dictionary<string, string> WrapUp = new(StringComparer.Ordinal) { ["outcome"] = "held", ["inIdms"] = "true" };

    /// <summary>Journeys that come to an end.</summary>
    private static readonly Dictionary<string, Func<Desk, Task>> Ended = new(StringComparer.Ordinal)
    {
        ["golden path"] = async desk =>
        {
            await desk.ClaimedAsync();
            await desk.CheckAsync(Desk.WrongCode);
            await desk.CheckAsync(Desk.Code);
            await desk.TakeAsync();
            await DoAsync(desk, desk.Priya, "Show details");
            await DoAsync(desk, desk.Tom, "I have left the call");
            await DoAsync(desk, desk.Priya, "Call ended");
            await DoAsync(desk, desk.Priya, "Save", WrapUp);
        },
        ["declined, then taken by the next"] = async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            await desk.PostAsync();
            await desk.SendDetailsAsync();
            await DoAsync(desk, desk.Priya, "I can't take it");
            await DoAsync(desk, desk.Amir, "Accept");
            await desk.CheckAsync(Desk.Code, desk.Amir);
            await desk.TakeAsync(desk.Amir);
            await desk.EndAsync();
        },
        ["given back, then withdrawn"] = async desk =>
        {
            await GivenBackAsync(desk);
            await DoAsync(desk, desk.Tom, "Withdraw");
        },
        ["given to someone else, who ends it"] = async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            await desk.ClaimedAsync();
            await DoAsync(desk, desk.Tom, "Ask someone else");
            await DoAsync(desk, desk.Amir, "Accept");
            await DoAsync(desk, desk.Amir, "I'm not satisfied this is VSTRS");
        },
        ["three mismatches"] = async desk =>
        {
            await desk.ClaimedAsync();
            foreach (var code in new[] { Desk.WrongCode, "AA 1", "BB 2" })
                await desk.CheckAsync(code);
        },
        ["nobody accepted, asked again, then a call back"] = async desk =>
        {
            await desk.PostAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(3));
            await DoAsync(desk, desk.Tom, "Ask again");
            await desk.StepAsync(TimeSpan.FromMinutes(3));
            await DoAsync(desk, desk.Tom, "Arrange a call back", new(StringComparer.Ordinal) { ["callBack"] = "vstrs", ["callBackBy"] = "hour" });
        },
        ["still on the call, then ended by a lead"] = async desk =>
        {
            var number = await desk.LiveAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(15.5));
            await DoAsync(desk, desk.Priya, "Yes, still on the call");
            await desk.Leah.RawPressAsync("endCall", Steps.Press(number, "lead"));
            await desk.SettleAsync();
            await DoAsync(desk, desk.Leah, "End", new(StringComparer.Ordinal) { ["reason"] = "Asked to" });
        },
    };

    /// <summary>Journeys that stop on the way, or are typed: only ids tell what was delivered already.</summary>
    private static readonly Dictionary<string, Func<Desk, Task>> OnTheWay = new(StringComparer.Ordinal)
    {
        ["given back"] = GivenBackAsync,
        ["live"] = desk => desk.LiveAsync(),
        ["a yes"] = async desk =>
        {
            await desk.LiveAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(10));
            await DoAsync(desk, desk.Priya, "Still on the call");
        },
        ["typed"] = async desk =>
        {
            var number = await desk.PostAsync();
            await desk.SendDetailsAsync();
            foreach (var (who, words) in new[] { (desk.Priya, "accept"), (desk.Priya, "check"), (desk.Priya, "give back"), (desk.Tom, "withdraw") })
            {
                await who.SayAsync($"{words} {number}");
                await desk.SettleAsync();
            }
        },
    };

    public static TheoryData<string, bool> EveryJourney =>
        [.. Ended.Keys.SelectMany(name => new[] { (name, false), (name, true) }).Concat(OnTheWay.Keys.Select(name => (name, false))).Select(row => new TheoryDataRow<string, bool>(row.name, row.Item2))];

    [Theory]
    [MemberData(nameof(EveryJourney))]
    public async Task Each_delivery_twice_is_as_once(string journey, bool newIds)
    {
        var (once, twice) = ("", "");
        await Desk.PlayAsync(async desk =>
        {
            await Play(journey)(desk);
            once = await LeftAsync(desk);
        });
        await Desk.PlayAsync(async desk =>
        {
            desk.Teams.Faults.Next(Op.Deliver, Fault.Duplicate(newIds: newIds)).UntilCleared();
            await Play(journey)(desk);
            desk.Teams.Faults.Clear();
            twice = await LeftAsync(desk);
        });
        Assert.Equal(once, twice);
    }

    [Theory]
    [MemberData(nameof(EveryJourney))]
    public Task The_whole_of_it_once_more_changes_nothing(string journey, bool newIds) => Desk.PlayAsync(async desk =>
    {
        await Play(journey)(desk);
        await desk.SettleAsync();
        var before = await LeftAsync(desk, cardsBrought: false);
        foreach (var delivered in desk.Teams.Transcript.Deliveries.ToList())
        {
            var again = delivered.Activity.DeepClone().AsObject();
            if (newIds)
                again["id"] = desk.Teams.Shapes.NextEventId();
            Assert.Equal(200, (await desk.Teams.DeliverAsync(again)).Status);
        }

        await desk.SettleAsync();
        Assert.Equal(before, await LeftAsync(desk, cardsBrought: false));
    });

    private static Func<Desk, Task> Play(string journey) => Ended.GetValueOrDefault(journey) ?? OnTheWay[journey];

    private static async Task GivenBackAsync(Desk desk)
    {
        await desk.Amir.SayAsync("on duty");
        await desk.ClaimedAsync();
        await DoAsync(desk, desk.Priya, "Give it back");
    }

    private static async Task DoAsync(Desk desk, PersonClient who, string button, Dictionary<string, string>? typed = null)
    {
        await who.PressNewestAsync(button, typed);
        await desk.SettleAsync();
    }

    /// <summary>What is left in the end: each handoff's state and its lines but for readings and renewals, and whom it asked how often.</summary>
    /// <param name="cardsBrought">A typed command that was answered by a sentence then may bring the ended card now, and the reminder that follows an end.</param>
    private static async Task<string> LeftAsync(Desk desk, bool cardsBrought = true)
    {
        List<string> left = [];
        foreach (var number in await desk.NumbersAsync())
        {
            var state = JsonNode.Parse(Aftermath.Plain(await desk.StateAsync(number)))!.AsObject();
            state.Remove("lease");
            if (!cardsBrought)
            {
                state.Remove("brought");
                state.Remove("reminded");
            }

            left.Add(state.ToJsonString().Replace(number, "K7F3", StringComparison.Ordinal));
            var kinds = (await desk.RecordedAsync(number)).Where(kind => kind is not ("WasRead" or "LeaseRenewed") && (cardsBrought || kind is not ("CardBrought" or "AfterEndReminded"))).ToList();
            left.AddRange(kinds.Where((kind, n) => kind != "StillOnCallSaid" || kinds.ElementAtOrDefault(n - 1) != kind)); // under a new id a yes is said once more
        }

        var pings = desk.Teams.Transcript.Requests.Where(r => r.Op is Op.Send && r.Applied && StoredCards.PointerOf(r.Card).Surface == "ping");
        left.AddRange(pings.GroupBy(ping => ping.Conversation, StringComparer.Ordinal).Select(asked => $"{desk.Teams.Tenant.Find(asked.Key!)?.Person?.Name} asked {asked.Count()} times").Order(StringComparer.Ordinal));
        return string.Join('\n', left);
    }
}
