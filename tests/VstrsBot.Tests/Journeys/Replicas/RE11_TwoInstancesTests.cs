using System.Text.RegularExpressions;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>RE11: two bots that share nothing but the store: whatever one begins either finishes, and everything is done once.</summary>
public sealed partial class RE11_TwoInstancesTests
{
    [Fact]
    public async Task Two_that_pump_together_send_and_record_what_one_would() =>
        Assert.Equal(await PlayAsync(StoreKind.Embedded, bots: 1), await PlayAsync(StoreKind.Tables, bots: 2));

    /// <summary>One takes what people press; the other, told of nothing, does all that is owed and due.</summary>
    [Fact]
    public Task What_one_answers_the_other_shows_and_its_timers_the_other_keeps() => Desk.PlayAsync(store: StoreKind.Tables, journey: async desk =>
    {
        var front = desk.Replicas[0];
        var back = await desk.JoinAsync();
        desk.ListenTo(front);
        async Task PassAsync(int seconds)
        {
            for (var second = 0; second < seconds; second++)
            {
                await back.PassAllAsync();
                desk.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await desk.PostUnsentAsync();
        await PassAsync(5);
        var number = Assert.Single(await desk.NumbersAsync());
        await desk.Tom.PressNewestAsync("Send details", Typed.Part2());
        await PassAsync(90);
        Assert.Contains(number, desk.Leah.PrintView(), StringComparison.Ordinal); // the ladder went up
        await desk.Priya.PressNewestAsync("Accept");
        await PassAsync(5);
        await desk.Priya.PressNewestAsync("Check SEES ID", Typed.Code(Desk.Code));
        await PassAsync(5);
        await desk.TakeQuietlyAsync();
        await PassAsync(5);
        Assert.Equal(3, desk.Banners.Count);
        await PassAsync(300); // five minutes: a lease lasts three
        Assert.Equal(3, desk.Banners.Count);
        Assert.IsType<Live>(await desk.StateAsync(number));
        await desk.Tom.PressNewestAsync("The whole call has ended");
        await PassAsync(5);
        Assert.Empty(desk.Banners);
    });

    private static async Task<string> PlayAsync(StoreKind store, int bots)
    {
        var left = "";
        await Desk.PlayAsync(store: store, bots: bots, journey: async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            var number = await desk.PostAsync();
            await desk.SendDetailsAsync();
            await desk.StepAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
            await desk.AcceptAsync();
            await desk.CheckAsync(Desk.WrongCode);
            await desk.CheckAsync(Desk.Code);
            await desk.TakeAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(16), TimeSpan.FromSeconds(5));
            await desk.Priya.PressNewestAsync("Yes, still on the call");
            await desk.StepAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5));
            await desk.EndAsync();

            var lines = await Aftermath.RecordOfAsync(desk, number);
            var renewals = lines.Where(line => line.Kind == "LeaseRenewed").Select(line => line.At).ToList();
            Assert.All(renewals.Zip(renewals.Skip(1)), two => Assert.True(two.Second - two.First > desk.Rules.RenewEvery / 2)); // each once

            // Which of two is first, and so in which pass an update leaves, is chance: what is recorded and posted is not.
            var record = lines.Where(line => line.Kind is not ("LeaseRenewed" or "TeamsSend")).Select(line => $"{line.Kind} {line.Name}");
            var posts = desk.Teams.Transcript.Sends.Concat(desk.Teams.Transcript.Creates).Select(r => $"{r.Person} {Texts(r.Body?.ToJsonString())}")
                .Select(post => Draft().Replace(post.Replace(number, "K7F3", StringComparison.Ordinal), "draft"));
            left = string.Join('\n', [.. record, .. posts.Order(StringComparer.Ordinal)]);
        });
        return left;
    }

    private static string Texts(string? json) => string.Join(' ', Text().Matches(json ?? "").Select(match => match.Groups["said"].Value));

    [GeneratedRegex("\"(text|summary)\":\"(?<said>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Draft();
}
