using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Identity;
using VstrsBot.Cards;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>DE3: a forged call gets 401, one of another tenant 403, and nothing is left of it but a counter and one bland line of the log.</summary>
public sealed class DE3_ForgedCallsTests
{
    private const string OtherTenant = "bbbbbbbb-1111-4222-8333-444444444444";
    private const string Canary = "Zqx canary";

    private static readonly Dictionary<string, TokenForge> Forged = new(StringComparer.Ordinal)
    {
        ["no header"] = TokenForge.NoHeader,
        ["unsigned"] = TokenForge.Unsigned,
        ["the public key as a shared secret"] = new() { Algorithm = "HS256" },
        ["another algorithm"] = new() { Algorithm = "RS512" },
        ["no key named"] = new() { KeyId = "" },
        ["an unknown key named"] = new() { KeyId = "key-nobody-published" },
        ["bad signature"] = new() { Mangle = token => token[..^8] + "AAAAAAAA" },
        ["bad issuer"] = TokenForge.Claim("iss", "https://issuer.example"),
        ["bad audience"] = TokenForge.Claim("aud", "99999999-2222-4333-8444-555555555555"),
        ["run out"] = TokenForge.Claim("exp", 1),
        ["not yet valid"] = TokenForge.Claim("nbf", 32_503_679_000),
        ["no service address"] = TokenForge.Claim("serviceurl", null),
        ["another service address"] = TokenForge.Claim("serviceurl", "https://smba.trafficmanager.net/emea/"),
    };

    /// <summary>What is wrong with an activity whose token is good, and the status it gets.</summary>
    private static readonly Dictionary<string, (int Status, Action<JsonObject> Change)> Misdirected = new(StringComparer.Ordinal)
    {
        ["another tenant"] = (403, activity =>
        {
            activity["conversation"]!["tenantId"] = OtherTenant;
            activity["channelData"]!["tenant"]!["id"] = OtherTenant;
        }),
        ["no tenant"] = (403, activity =>
        {
            activity["conversation"]!.AsObject().Remove("tenantId");
            activity.Remove("channelData");
        }),
        ["another channel"] = (401, activity => activity["channelId"] = "emulator"),
        ["another address"] = (401, activity => activity["serviceUrl"] = "https://smba.trafficmanager.net/emea/"),
    };

    public static TheoryData<string> Names => [.. Forged.Keys, .. Misdirected.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Nothing_is_left_of_it_but_a_counter_and_one_bland_line(string what) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        using var refused = new RefusedCalls(desk);
        var (rows, requests, lines, tokens) = (await desk.RowsAndAddressesAsync(), desk.Teams.Transcript.Requests.Count, desk.Served.Count, desk.Teams.Entra.Issued);

        foreach (var activity in Activities(desk, number))
        {
            if (Misdirected.TryGetValue(what, out var wrong)) wrong.Change(activity);
            var forge = Forged.GetValueOrDefault(what) ?? TokenForge.Claim("serviceurl", desk.Teams.ServiceUrl);
            var answer = await desk.Teams.DeliverAsync(activity, forge, TestContext.Current.CancellationToken);
            Assert.Equal((wrong.Change is null ? 401 : wrong.Status, null), (answer.Status, answer.Body?.ToJsonString()));
        }

        await desk.SendAsync();
        Assert.Equal(rows, await desk.RowsAndAddressesAsync());
        Assert.Equal((requests, tokens), (desk.Teams.Transcript.Requests.Count, desk.Teams.Entra.Issued));
        Assert.Equal(2, refused.Count);
        var left = desk.Served.Skip(lines).ToList();
        Assert.Equal(2, left.Count);
        Assert.All(left, line => Assert.Matches("^A call to the bot was refused: 40[13] [A-Za-z]+ ?$", line));
        Assert.DoesNotContain(desk.Logged, line => line.Contains(Canary, StringComparison.Ordinal));
    });

    /// <summary>A press that would end the call, and a message with something in every field.</summary>
    private static IEnumerable<JsonObject> Activities(Desk desk, string number)
    {
        var chat = desk.Teams.Tenant.ChatWith(desk.Tom.Person);
        yield return desk.Teams.Shapes.Invoke(desk.Tom.Person, chat, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Verbs.EndCall, ["data"] = new JsonObject { ["handoff"] = number, ["surface"] = Surfaces.Adviser } },
        });
        var message = desk.Teams.Shapes.Message(desk.Tom.Person, chat, Canary, $"end {number} {Canary}");
        message["from"]!["name"] = Canary;
        message["locale"] = $"\r\n{Canary}";
        yield return message;
    }

    private sealed class RefusedCalls : IDisposable
    {
        private readonly MeterListener meter = new();
        private int count;

        public RefusedCalls(Desk desk)
        {
            var ours = desk.Parts.GetRequiredService<IMeterFactory>();
            meter.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == RefusalCounter.Name && instrument.Meter.Scope == ours) listener.EnableMeasurementEvents(instrument);
            };
            meter.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref count, (int)more));
            meter.Start();
        }

        public int Count => count;

        public void Dispose() => meter.Dispose();
    }
}
