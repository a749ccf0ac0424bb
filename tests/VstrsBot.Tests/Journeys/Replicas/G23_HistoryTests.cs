using System.Globalization;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Histories;
using VstrsBot.Tests.Journeys.Intake;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>
/// G23: whatever people are answered who act at once, at two bots on one table and at one on a file, with deliveries that come twice or never,
/// commits whose answers are lost and a store that is away: some order of single acts explains it. <c>./test --histories</c> plays more (HISTORIES, HISTORY_SEED).
/// </summary>
public sealed class G23_HistoryTests(ITestOutputHelper output)
{
    private static readonly Extra[] More = [.. Plans.Specialists[2..].Select(name => new Extra(name, Areas: "timeToPay"))];

    private static int Histories => Setting("HISTORIES", 2);

    private static int Seed => Setting("HISTORY_SEED", 20261127);

    [Theory]
    [InlineData(nameof(StoreKind.Embedded), 1)]
    [InlineData(nameof(StoreKind.Tables), 2)]
    public Task Some_order_of_single_acts_explains_every_answer(string store, int bots) => Desk.PlayAsync(
        store: Enum.Parse<StoreKind>(store), bots: bots, also: More, rules: new HandoffRules { MismatchesADay = 100 }, journey: async desk =>
        {
            List<Operation> all = [];
            for (var n = 0; n < Histories; n++)
            {
                var weather = (Weather)(n % Enum.GetValues<Weather>().Length);
                var history = await PlayAsync(desk, weather, Seed + n);
                var name = $"{store}, {bots} bots, weather {weather}, seed {Seed + n}";
                if (Account.Of(history) is { } account)
                    Assert.Fail($"{name}\n{account}");
                output.Measured("G23", $"{name}, {history.Count} acts, {history.Count(act => act.Said is null)} of them unanswered, at most {AtOnce(history)} at once: explained.");
                all.AddRange(history);
                await desk.StepAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(20)); // whatever the limits of Teams held back is sent
            }

            Assert.All([Stage.Waiting, Stage.Claimed, Stage.Confirmed, Stage.Live, Stage.Ended], stage => Assert.Contains(all, act => act.Said?.Stage == stage));
            Assert.Contains(all, act => act.Said?.NotYours == true);
            Assert.Contains(all, act => act is { Said.Number: not null, Act.Verb: Verb.Accept });
            Assert.Contains(all, act => act.Said is null);
        });

    /// <summary>A handoff goes live step by step; it is ended, and two others are rushed for, all at once; then the weather clears, all are ended, and everybody looks.</summary>
    private static async Task<IReadOnlyList<Operation>> PlayAsync(Desk desk, Weather weather, int seed)
    {
        var (chance, history) = (new Random(seed), new History());
        var crowd = new Crowd(desk, history, weather.StoreMayFail());
        string[] numbers = [await PostAsync(desk, history), await PostAsync(desk, history), await PostAsync(desk, history)];
        foreach (var one in Plans.ToLive(numbers[^1], other: numbers[0]))
            await crowd.ActAsync(one);

        var plan = Plans.Rush(chance, numbers[..^1]).Concat(Plans.Ends(chance, numbers[^1])).Select(act => (act, WeatherMaker.NextWay(chance))).ToList();
        weather.Begin(desk, chance);
        await Task.WhenAll(crowd.ActAsync(plan), PumpAsync(desk));
        WeatherMaker.Clear(desk);
        await desk.SettleAsync();

        foreach (var person in Plans.Specialists.Append(DeskModel.Adviser))
            await crowd.ActAsync(Pressed(numbers.SelectMany(number => new[] { new Act(person, Verb.Look, number), new Act(person, Verb.Glance, number) }).Take(4)));
        await crowd.ActAsync(Pressed(numbers.Select(number => new Act(DeskModel.Lead, Verb.LeadEnd, number))));
        await crowd.ActAsync(Pressed(numbers.Select(number => new Act(DeskModel.Adviser, Verb.Look, number))));
        return history.Operations;
    }

    /// <summary>One form, pressed twice at once: both are told one number.</summary>
    private static async Task<string> PostAsync(Desk desk, History history)
    {
        var form = await desk.Tom.FormAsync(() => desk.StepAsync(TimeSpan.FromSeconds(1))); // Teams' limits may hold it back
        var number = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => history.RecordAsync(async () =>
        {
            var answer = await desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
            var said = AnswerReading.Read(new Act(DeskModel.Adviser, Verb.Post, ""), answer);
            number.TrySetResult(said?.Number ?? throw new InvalidOperationException($"Nothing was posted: {answer.Text}"));
            return (new Act(DeskModel.Adviser, Verb.Post, await number.Task.WaitAsync(TestContext.Current.CancellationToken)), said);
        })));
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        return await number.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task PumpAsync(Desk desk)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            try
            {
                await desk.SendAsync();
            }
            catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
            {
                // the next pass tries again
            }
        }
    }

    private static IEnumerable<(Act Act, Way Way)> Pressed(IEnumerable<Act> acts) => acts.Select(act => (act, Way.Pressed));

    private static int AtOnce(IReadOnlyList<Operation> history) =>
        history.Max(act => history.Count(other => other.Called <= act.Called && other.Said is not null && other.Returned > act.Called));

    private static int Setting(string name, int instead) => int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{instead}", CultureInfo.InvariantCulture);
}
