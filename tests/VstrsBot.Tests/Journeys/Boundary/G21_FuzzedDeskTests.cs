using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Tests.Cards;
using VstrsBot.Tests.Teams;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>G21 through the whole bot: presses of everybody with anything in them, mutated; none is a fault of ours, and the record still holds.</summary>
public sealed class G21_FuzzedDeskTests(ITestOutputHelper output)
{
    private static readonly string[] Names = ["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask", "composeExtension/submitAction"];

    [Fact]
    public Task No_mutated_press_is_a_fault() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.LiveAsync();
            var calls = Math.Max(G21_FuzzTests.Calls / 10, 400);
            var mutant = new Mutant(G21_FuzzTests.Seed);
            var address = desk.Parts.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            Dictionary<int, int> answered = [];

            for (var n = 0; n < calls; n++)
            {
                var press = Press(desk, mutant, number);
                if (n % 4 == 0) press = mutant.Json(press); // anywhere: mostly no activity any more
                else press["value"] = mutant.Json(press["value"]!.AsObject());
                var body = Encoding.UTF8.GetBytes(press.ToJsonString());
                var bytes = n % 8 == 1 ? mutant.Bytes(body) : body;
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
                request.Content = content;
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", desk.Teams.Issuer.Sign(desk.Teams.ServiceUrl, forge: null));
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

                answered[(int)answer.StatusCode] = answered.GetValueOrDefault((int)answer.StatusCode) + 1;
                Assert.True((int)answer.StatusCode is < 500 or 501 && !said.Contains("\"statusCode\":500", StringComparison.Ordinal), $"{answer.StatusCode} {said}\n{Encoding.UTF8.GetString(bytes)}");
            }

            output.WriteLine($"{calls:N0} mutated presses: {string.Join(", ", answered.OrderBy(of => of.Key).Select(of => $"{of.Value:N0} answered {of.Key}"))}.");
            Assert.True(answered.GetValueOrDefault(200) > calls / 4);
        });

    private static JsonObject Press(Desk desk, Mutant mutant, string number)
    {
        PersonClient[] people = [desk.Tom, desk.Priya, desk.Amir, desk.Leah];
        var by = mutant.OneOf(people);
        var chat = desk.Teams.Tenant.ChatWith(by.Person);
        var data = new JsonObject { ["handoff"] = number, ["surface"] = mutant.OneOf([.. CardLint.ConstantsOf(typeof(Surfaces))]), ["draft"] = "abc123" };
        foreach (var (input, value) in Typed.Part1().Concat(Typed.Part2())) data[input] = value;
        data["seesId"] = "ZZ 90 0001";
        data["reason"] = "Put right by its lead";

        var verb = mutant.OneOf([.. CardLint.ConstantsOf(typeof(Verbs))]);
        var name = mutant.OneOf([Names[0], mutant.OneOf(Names)]);
        if (name != Names[0])
        {
            data["verb"] = verb;
            return desk.Teams.Shapes.Invoke(by.Person, chat, name, new JsonObject { ["commandId"] = "handoff", ["data"] = data });
        }

        return desk.Teams.Shapes.Invoke(by.Person, chat, name, new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" });
    }
}
