using TeamsStandIn.Clients;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Crashes;

/// <summary>The golden path with a bot that dies on the way: at each step it is killed where it is told to, started again, and compared with what was acknowledged.</summary>
internal sealed class CrashJourney(CrashDesk desk)
{
    private readonly List<string> recorded = [];
    private readonly Dictionary<string, string> unknown = new(StringComparer.Ordinal);
    private int saying;
    private BotAnswer said = new(0);

    public CrashTally Tally { get; private set; } = new();

    /// <summary>The step and the place it has come to.</summary>
    public string At { get; private set; } = "at the start";

    /// <summary>Plays steps, each with a place to die at.</summary>
    /// <param name="expected">What the cards say after each step when nothing goes wrong.</param>
    public async Task PlayAsync(IReadOnlyList<(CrashStep Step, int Position)> steps, CrashPath expected)
    {
        foreach (var (step, position) in steps)
        {
            At = $"{step.Name}, place {position}";
            await StepAsync(step, position);
            var view = await ViewAfterAsync(step);
            AssertBanners(step);
            Assert.Equal(Lines(expected.CardsAfter[step.Name]), Lines(view.Cards));
        }
    }

    /// <summary>Plays one step. Afterwards the bot lives, and whatever was pressed was acknowledged.</summary>
    public async Task<int> StepAsync(CrashStep step, int? position)
    {
        var act = await step.Prepare(desk);
        await desk.Bot.ArmAsync(position);
        var answering = act();
        await Task.WhenAny(answering, desk.Bot.StoppedAsync());
        var count = await desk.Bot.PassAsync();
        if (position is not null)
            await desk.KillBotAsync();

        var answer = await answering;
        var acknowledged = IsAcknowledged(answer);
        if (acknowledged)
            recorded.AddRange(step.Recorded);
        if (position is not null)
            await CrashedAsync(step, died: count is null);
        if (!acknowledged)
        {
            answer = await act();
            Assert.True(IsAcknowledged(answer), $"answered {answer.Status} {answer.Text} after the crash");
            recorded.AddRange(step.Recorded);
        }

        said = answer;
        await SettleAsync();
        return count ?? 0;
    }

    /// <summary>What stands once a step is done: its lines among it.</summary>
    public async Task<CrashView> ViewAfterAsync(CrashStep step)
    {
        var view = await CrashView.OfAsync(desk);
        AssertRecorded(view, $"{step.Name}, answered {said.Text}");
        return view;
    }

    /// <summary>What must hold at the end of every journey.</summary>
    public async Task CheckAsync()
    {
        At = "at the end";
        await desk.AdvanceAsync(TimeSpan.FromSeconds(15));
        await SettleAsync();
        var view = await CrashView.OfAsync(desk);
        var transcript = desk.Teams.Transcript;
        await Aftermath.EveryCardIsSoundAsync(transcript);
        Aftermath.NothingWasCreatedLive(transcript);
        AuthorityRules.Check(transcript, new Dictionary<string, IReadOnlyList<VstrsBot.Record.RecordLine>> { [view.Number!] = view.Record }, new HandoffRules());
        foreach (var canary in Typed.Canaries.Concat([Desk.Code, Desk.WrongCode]))
            Assert.Empty(transcript.InRequests(canary).Select(r => $"{r.Method} {r.Path}: {canary}"));

        var cards = CrashView.PostedIn(desk).GroupBy(card => card.Surface).ToDictionary(posted => posted.Key, posted => posted.Count() - 1);
        foreach (var (surface, twice) in cards)
            Assert.True(twice <= unknown.Values.Count(lost => lost == surface), $"{surface}: posted {twice + 1} times; of {unknown.Values.Count(lost => lost == surface)} nobody could know.");
        var words = desk.Teams.Tenant.Messages.Where(m => m is { Author: null, BaseCard: null }).GroupBy(m => (m.ConversationId, m.Text)).Sum(said => said.Count() - 1);
        Assert.True(words <= saying, $"{words} messages came twice; of {saying} nobody could know.");
        Tally = Tally with { Twice = cards.Values.Sum() + words };
    }

    /// <summary>The bot is dead, or is killed now: what was acknowledged stands in its store, before anybody mends anything.</summary>
    private async Task CrashedAsync(CrashStep step, bool died)
    {
        var where = desk.Bot.DiedAt;
        var left = await CrashView.OfAsync(desk);
        AssertRecorded(left, $"{step.Name}, dead {where}", mayHold: step.Recorded);
        foreach (var (message, surface) in left.Unknown)
            unknown[message] = surface;
        saying += left.Saying;
        Tally += new CrashTally(Crashes: 1, Late: died ? 0 : 1, Acknowledged: recorded.Count);
        if (step.DiesAgain)
            Tally += new CrashTally(InSweep: await desk.DieInStartSweepAsync(Tally.Crashes % 2) ? 1 : 0);
        await desk.StartBotAsync();
    }

    private async Task SettleAsync()
    {
        for (var part = 0; part < 5; part++)
        {
            await desk.Bot.PassAsync();
            await desk.AdvanceAsync(desk.UntilClaimsAreFree / 5);
        }

        await desk.Bot.PassAsync();
    }

    /// <summary>Each acknowledged act stands once, in order; one that nobody answered may stand or not.</summary>
    private void AssertRecorded(CrashView view, string when, IReadOnlyList<string>? mayHold = null)
    {
        var kinds = view.Record.Where(line => RecordedEvent.Of(line) is not null && line.Kind is not "LeaseRenewed").Select(line => line.Kind).ToList();
        var stands = kinds.SequenceEqual(recorded, StringComparer.Ordinal) || (mayHold is not null && kinds.SequenceEqual(recorded.Concat(mayHold), StringComparer.Ordinal));
        Assert.True(stands, $"{when}: acknowledged {string.Join(' ', recorded)}, recorded {string.Join(' ', kinds)}");
    }

    private void AssertBanners(CrashStep step)
    {
        var now = desk.Time.GetUtcNow();
        var last = LiveRendering.In(desk.Teams.Transcript).GroupBy(live => live.Surface).Select(live => live.Last()).ToList();
        var shown = desk.Teams.Tenant.Messages.Count(m => m.BaseCard?.ToJsonString().Contains("\"authority-live\"", StringComparison.Ordinal) == true);
        Assert.True(shown == (step.IsLive ? 3 : 0), $"{step.Name}: {shown} banners.");
        if (step.IsLive)
            Assert.All(last, live => Assert.True(live.Until > now, $"{step.Name}: the {live.Surface} card has run out."));
    }

    private static bool IsAcknowledged(BotAnswer answer) => answer is { Status: 200, WentWrong: false } && answer.Message != Wording.NotWorking;

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, string> cards) => cards.OrderBy(card => card.Key, StringComparer.Ordinal).Select(card => $"{card.Key}: {card.Value}");
}

/// <summary>What was counted.</summary>
/// <param name="Late">Crashes whose place was not reached: killed when all was done.</param>
/// <param name="InSweep">Crashes of the start sweep after one.</param>
/// <param name="Acknowledged">Acknowledged lines looked for in the store after a crash.</param>
/// <param name="Twice">Cards and words that came twice, each after an answer that nobody got.</param>
internal sealed record CrashTally(int Crashes = 0, int Late = 0, int InSweep = 0, int Acknowledged = 0, int Twice = 0)
{
    public static CrashTally operator +(CrashTally one, CrashTally other) => new(
        one.Crashes + other.Crashes, one.Late + other.Late, one.InSweep + other.InSweep, one.Acknowledged + other.Acknowledged, one.Twice + other.Twice);

    public override string ToString() =>
        $"{Crashes} crashes, {Late} of them when all was done, and {InSweep} in the start sweep after one; {Acknowledged} acknowledged lines found again; {Twice} cards or words came twice, each after an answer nobody got";
}
