using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>G19: with a store that takes two seconds a call every answer leaves within ten, and the acts of a call still happen. The clock is stepped.</summary>
public sealed class G19_AnswersInTimeTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    [Fact]
    public Task The_acts_of_a_call_happen_and_are_answered() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        (PersonClient By, string Verb, string Surface, string Recorded)[] acts =
        [
            (desk.Priya, Verbs.Accept, Surfaces.Ping, "SpecialistClaimed"), (desk.Priya, Verbs.CheckSeesId, Surfaces.Authority, "SeesIdConfirmed"),
            (desk.Priya, Verbs.TakeCall, Surfaces.Authority, "CallTaken"), (desk.Priya, Verbs.CheckNow, Surfaces.Authority, "WasRead"), (desk.Tom, Verbs.EndCall, Surfaces.Adviser, "HandoffEnded"),
        ];
        foreach (var (by, verb, surface, recorded) in acts)
        {
            await by.RawPressAsync(Verbs.View, Data(number, surface)); // they were heard of lately, as in the middle of a call
            JsonNode? answer = null;
            var slow = new SlowStore(desk);
            var took = slow.Time(async () => answer = await PostAsync(desk, Press(desk, by, verb, number, surface)));
            output.WriteLine($"{verb}: {took.TotalSeconds} s; {slow.Calls}");

            Assert.Equal(200, (int)answer!["statusCode"]!);
            Assert.InRange(took, TimeSpan.Zero, Most);
            Assert.Contains(recorded, await desk.RecordedAsync(number));
            await desk.SettleAsync();
        }
    });

    [Fact]
    public Task Every_press_and_word_of_everybody_is_over_in_ten_seconds() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        foreach (var by in new[] { desk.Tom, desk.Priya, desk.Leah })
        {
            foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)).Except([Verbs.EndCall, Verbs.NotOn]))
                InTime(verb, Press(desk, by, verb, number, Surfaces.Authority));
            foreach (var words in new[] { "handoff", "me", "help", "on duty", $"check {number}" })
                InTime(words, desk.Teams.Shapes.Message(by.Person, desk.Teams.Tenant.ChatWith(by.Person), "1700000000001", words));
            await desk.SettleAsync();
        }

        void InTime(string what, JsonObject activity)
        {
            var took = new SlowStore(desk).Time(() => PostAsync(desk, activity));
            Assert.True(took < Most, $"{what}: {took}");
        }
    });

    /// <summary>An end that the store did not take in time is told as one, shown, and recorded late.</summary>
    [Fact]
    public Task An_end_that_the_store_holds_up_too_long_still_ends_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Tom.RawPressAsync(Verbs.View, Data(number, Surfaces.Adviser)); // who is who was read just now
        using var asked = new SemaphoreSlim(0);
        desk.Store.Before = async (_, ct) =>
        {
            asked.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, desk.Time, ct);
        };
        var end = desk.Tom.RawPressAsync(Verbs.EndCall, Data(number, Surfaces.Adviser));
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        desk.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.StartsWith("Treat the authority as ended. It is not recorded yet.", (await end).Text, StringComparison.Ordinal);

        desk.Store.Before = (_, _) => Task.CompletedTask;
        await desk.SettleAsync();
        Assert.Equal(EndReason.EndedByAdviser, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        Assert.Empty(desk.Banners);
    });

    /// <summary>The endpoint of the running bot, on the thread that asks.</summary>
    private static async Task<JsonNode?> PostAsync(Desk desk, JsonObject activity)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = desk.Parts };
        context.Request.Headers.Authorization = $"Bearer {desk.Teams.Issuer.Sign(desk.Teams.ServiceUrl)}";
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        context.Response.Body = answer;
        await desk.Parts.GetRequiredService<ActivityEndpoint>().AnswerAsync(context);
        return answer.Length == 0 ? null : JsonNode.Parse(Encoding.UTF8.GetString(answer.ToArray()));
    }

    private static JsonObject Press(Desk desk, PersonClient by, string verb, string number, string surface) => desk.Teams.Shapes.Invoke(
        by.Person, desk.Teams.Tenant.ChatWith(by.Person), "adaptiveCard/action",
        new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = Data(number, surface) } });

    private static JsonObject Data(string number, string surface) => new()
    {
        ["handoff"] = number,
        ["surface"] = surface,
        ["seesId"] = Desk.Code,
        ["draft"] = "abc123",
        ["outcome"] = "held",
        ["inIdms"] = "true",
    };
}
