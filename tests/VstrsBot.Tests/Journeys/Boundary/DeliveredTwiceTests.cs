using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Histories;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>Teams delivers twice: the same id, a new one, both at once. One change, one effect, and a sensible answer each time.</summary>
public sealed class DeliveredTwiceTests
{
    private static readonly (string Who, string Verb, string Kind)[] Acts =
    [
        ("Priya Shah", Verbs.Accept, "SpecialistClaimed"), ("Priya Shah", Verbs.CheckSeesId, "SeesIdConfirmed"), ("Priya Shah", Verbs.TakeCall, "CallTaken"),
        ("Tom Reed", Verbs.Left, "AdviserLeft"), ("Tom Reed", Verbs.EndCall, "HandoffEnded"), ("Priya Shah", Verbs.WrapUp, "WrapUpSent"),
    ];

    [Theory]
    [InlineData("the same id")]
    [InlineData("a new id")]
    [InlineData("both at once")]
    public Task Each_act_happens_once(string how) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        foreach (var (who, verb, kind) in Acts)
        {
            foreach (var answer in await DeliverAsync(desk, how, desk.Teams.As(who), verb, number))
                Assert.True(answer is { Status: 200, WentWrong: false, StatusCode: 200 }, $"{verb}: {answer.Body}");
            await desk.SettleAsync();
            Assert.Single(await desk.RecordedAsync(number), recorded => recorded == kind);
        }

        Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task Details_and_a_yes_that_come_again_are_recorded_once() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var form = desk.Tom.Newest("Send details");
        for (var n = 0; n < 3; n++)
        {
            Assert.Contains("Details sent", (await desk.Tom.PressAsync(form, "Send details", Typed.Part2())).Text, StringComparison.Ordinal);
            desk.Time.Advance(TimeSpan.FromSeconds(7));
        }

        Assert.Single(await desk.RecordedAsync(number), recorded => recorded == "DetailsSent");
        await desk.Tom.PressAsync(form, "Send details", Typed.Part2(("customerName", "Edith Marlow")));
        Assert.Equal(2, (await desk.RecordedAsync(number)).Count(recorded => recorded == "DetailsSent"));

        await desk.SettleAsync();
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        await desk.Priya.RawPressAsync(Verbs.StillOn, Steps.Press(number, Surfaces.Authority));
        desk.Time.Advance(TimeSpan.FromSeconds(12));
        await desk.Priya.RawPressAsync(Verbs.StillOn, Steps.Press(number, Surfaces.Authority));
        Assert.Single(await desk.RecordedAsync(number), recorded => recorded == "StillOnCallSaid");
        desk.Time.Advance(TimeSpan.FromSeconds(8));
        await desk.Priya.RawPressAsync(Verbs.StillOn, Steps.Press(number, Surfaces.Authority));
        Assert.Equal(2, (await desk.RecordedAsync(number)).Count(recorded => recorded == "StillOnCallSaid"));
    });

    [Fact]
    public Task Details_that_come_again_once_it_is_live_or_ended_are_answered_by_that() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var details = Wire.Press(new Act(DeskModel.Adviser, Verb.Details, number), desk.Tom);
        async Task<string> DeliverAsync() => (await desk.Teams.DeliverAsync(details.DeepClone().AsObject())).Text;
        Assert.Contains("Details sent", await DeliverAsync(), StringComparison.Ordinal);
        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeAsync();
        Assert.Contains("The call was taken", await DeliverAsync(), StringComparison.Ordinal);
        await desk.EndAsync();
        Assert.Contains("The handoff ended", await DeliverAsync(), StringComparison.Ordinal);
    });

    private static async Task<BotAnswer[]> DeliverAsync(Desk desk, string how, PersonClient by, string verb, string number)
    {
        var first = Press(desk, by, verb, number);
        var second = how == "the same id" ? first.DeepClone().AsObject() : Press(desk, by, verb, number);
        if (how == "both at once") return await Task.WhenAll(desk.Teams.DeliverAsync(first), desk.Teams.DeliverAsync(second));

        return [await desk.Teams.DeliverAsync(first), await desk.Teams.DeliverAsync(second)];
    }

    private static JsonObject Press(Desk desk, PersonClient by, string verb, string number) => desk.Teams.Shapes.Invoke(
        by.Person,
        desk.Teams.Tenant.ChatWith(by.Person),
        "adaptiveCard/action",
        new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = new JsonObject { ["handoff"] = number, ["surface"] = Surfaces.Adviser, ["seesId"] = Desk.Code, ["outcome"] = "held", ["inIdms"] = "true" },
            },
        });
}
