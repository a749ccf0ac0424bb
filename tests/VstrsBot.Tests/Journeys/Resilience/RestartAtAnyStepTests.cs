using System.Text.RegularExpressions;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>Restarting the bot at any step loses nothing: same cards, same state, timers kept.</summary>
public sealed partial class RestartAtAnyStepTests
{
    private static readonly (string Name, Func<Desk, Task> Play)[] Steps =
    [
        ("post", desk => desk.PostUnsentAsync()),
        ("sent", desk => desk.SettleAsync()),
        ("details", desk => desk.SendDetailsAsync()),
        ("accept", desk => desk.AcceptAsync()),
        ("wrong code", desk => desk.CheckAsync(Desk.WrongCode)),
        ("right code", desk => desk.CheckAsync(Desk.Code)),
        ("take, unsent", desk => desk.TakeQuietlyAsync()),
        ("banner", desk => desk.SettleAsync()),
        ("renewals", desk => desk.StepAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(1))),
        ("the question", desk => desk.StepAsync(TimeSpan.FromMinutes(12), TimeSpan.FromSeconds(1))),
        ("yes", desk => desk.Priya.PressNewestAsync("Yes, still on the call")),
        ("left", desk => desk.Tom.PressNewestAsync("I have left the call")),
        ("end, unsent", desk => desk.Tom.PressNewestAsync("The whole call has ended")),
        ("ended", desk => desk.SettleAsync()),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(1, Steps.Length - 1)];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_restart_before_this_step_changes_nothing(int step) => Assert.Equal(await PlayAsync(_ => false), await PlayAsync(n => n == step));

    [Fact]
    public async Task A_restart_before_every_step_changes_nothing() => Assert.Equal(await PlayAsync(_ => false), await PlayAsync(_ => true));

    private static async Task<string> PlayAsync(Func<int, bool> restarts)
    {
        var left = "";
        await Desk.PlayAsync(async desk =>
        {
            foreach (var (n, step) in Steps.Index())
            {
                if (restarts(n))
                    await desk.RestartAsync();
                await step.Play(desk);
            }

            await desk.SettleAsync();
            var number = Assert.Single(await desk.NumbersAsync());
            Assert.Empty(desk.Banners);
            Assert.IsType<Ended>(await desk.StateAsync(number));

            var record = (await Aftermath.RecordOfAsync(desk, number)).Where(line => line.Kind != "LeaseRenewed" && RecordedEvent.Of(line) is not null).Select(Plain);
            var views = new[] { desk.Tom, desk.Priya, desk.Amir, desk.Leah }.Select(person => person.PrintView());
            left = string.Join('\n', record.Concat(views)).Replace(number, "K7F3", StringComparison.Ordinal);
        });
        return Draft().Replace(left, "draft");
    }

    private static string Plain(RecordLine line) =>
        $"{line.At:HH:mm:ss} {line.Kind} {line.Name} {string.Join(' ', line.Facts.Where(fact => fact.Key != "id").Select(fact => $"{fact.Key}={fact.Value}"))}";

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Draft();
}
