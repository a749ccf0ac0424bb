using System.Text.Json.Nodes;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>G16: no SEES ID is compared over the limit, however many are typed at two bots at once.</summary>
public sealed class G16_AttemptsOverReplicasTests(ITestOutputHelper output)
{
    [Fact]
    public Task Forty_wrong_codes_at_two_bots_at_once_are_three_attempts() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.ClaimedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => TryAsync(desk, number, $"ZZ 90 {n:D4}")));

        Assert.All(answers, status => Assert.Equal(200, status));
        var compared = (await desk.RecordedAsync(number)).Count(kind => kind == "SeesIdMismatched");
        output.Measured("G16", $"{answers.Length} wrong codes at two bots at once, {compared} compared.");
        Assert.Equal(3, compared);
        Assert.Equal(EndReason.NotConfirmed, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        await TryAsync(desk, number, Desk.Code); // the right one comes too late
        Assert.IsType<Ended>(await desk.StateAsync(number));
    });

    [Fact]
    public Task The_same_wrong_code_at_two_bots_at_once_is_one_attempt() => Desk.PlayAsync(store: StoreKind.Tables, bots: 2, journey: async desk =>
    {
        var number = await desk.ClaimedAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => TryAsync(desk, number, n % 2 == 0 ? "ZZ 90 0001" : "zz-90-0001")));
        Assert.Single(await desk.RecordedAsync(number), "SeesIdMismatched");
        Assert.IsType<Claimed>(await desk.StateAsync(number));
    });

    private static async Task<int> TryAsync(Desk desk, string number, string code) =>
        (await desk.Priya.RawPressAsync(Verbs.CheckSeesId, new JsonObject { ["handoff"] = number, ["surface"] = Surfaces.Authority, ["seesId"] = code })).Status;
}
