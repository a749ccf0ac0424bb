using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN7: for 24 hours after the end whoever of the two writes to the bot is reminded once, in their own chat, that authority ended with the call.</summary>
public sealed class EN7_ReminderTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("Can I still talk to her?")]
    [InlineData("handoff")]
    public Task Whoever_writes_is_reminded_once(string words) => Desk.PlayAsync(async desk =>
    {
        var number = await EndedAsync(desk);
        foreach (var person in new[] { desk.Tom, desk.Priya })
        {
            await WriteAsync(desk, person, words);
            Assert.Contains("Later contact that VSTRS has not verified first follows the usual authority rules.", Assert.Single(Reminders(person, number)).Text, StringComparison.Ordinal);
            await WriteAsync(desk, person, words);
            await WriteAsync(desk, person, $"end {number}");
            Assert.Single(Reminders(person, number));
        }

        Assert.Equal(["Fresh handoff"], Reminders(desk.Tom, number)[0].Buttons);
        Assert.Empty(Reminders(desk.Priya, number)[0].Buttons);
        Assert.Equal(2, (await desk.RecordedAsync(number)).Count(kind => kind == "AfterEndReminded"));
    });

    [Fact]
    public Task In_the_thread_only_a_mention_counts_and_the_reminder_comes_in_their_own_chat() => Desk.PlayAsync(async desk =>
    {
        var other = (await EndedAsync(desk), Thread(desk));
        var number = await EndedAsync(desk);
        var thread = Thread(desk);

        await desk.Priya.SayInChannelAsync("thanks", mentionBot: false, thread: thread);
        await desk.Priya.SayInChannelAsync("help", channel: desk.Teams.Tenant.DmbChannelId);
        await desk.SettleAsync();
        Assert.Empty(Reminders(desk.Priya, number));

        await desk.Priya.SayInChannelAsync("thanks", thread: other.Item2);
        await desk.SettleAsync();
        Assert.Single(Reminders(desk.Priya, other.Item1));
        Assert.Empty(Reminders(desk.Priya, number));

        await desk.Priya.SayInChannelAsync("thanks", thread: thread);
        await desk.SettleAsync();
        Assert.Single(Reminders(desk.Priya, number));
        Assert.DoesNotContain(desk.Priya.Channel, message => message.Text.Contains("Later contact", StringComparison.Ordinal));
    });

    [Fact]
    public Task Fresh_handoff_on_it_opens_the_form_refilled() => Desk.PlayAsync(async desk =>
    {
        var number = await EndedAsync(desk);
        await WriteAsync(desk, desk.Tom, "thanks");
        var answer = await desk.Tom.PressAsync(Reminders(desk.Tom, number)[0], "Fresh handoff");
        Assert.Contains("Citizens Advice", answer.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("callerVerified", answer.Card!.ToJsonString(), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(23 * 60 + 58, true)]
    [InlineData(24 * 60, false)]
    public Task It_is_drawn_for_24_hours(int minutes, bool drawn) => Desk.PlayAsync(async desk =>
    {
        var number = await EndedAsync(desk);
        var ended = Assert.IsType<Ended>(await desk.StateAsync(number)).At;
        await desk.StepAsync(ended + TimeSpan.FromMinutes(minutes) - desk.Time.GetUtcNow(), TimeSpan.FromHours(2));
        await desk.RestartAsync();
        await WriteAsync(desk, desk.Tom, "thanks");
        Assert.Equal(drawn ? 1 : 0, Reminders(desk.Tom, number).Count);
    });

    [Fact]
    public Task Nobody_else_is_reminded_and_nothing_that_was_never_live_reminds() => Desk.PlayAsync(async desk =>
    {
        var number = await EndedAsync(desk);
        foreach (var person in new[] { desk.Amir, desk.Leah })
        {
            await WriteAsync(desk, person, "help");
            Assert.Empty(Reminders(person, number));
        }

        await WriteAsync(desk, desk.Tom, "thanks");
        var withdrawn = await desk.ConfirmedAsync();
        await desk.Tom.SayAsync($"withdraw {withdrawn}");
        await WriteAsync(desk, desk.Tom, "thanks");
        Assert.Empty(Reminders(desk.Tom, withdrawn));
    });

    [Fact]
    public Task One_message_draws_one_reminder_the_newest_first() => Desk.PlayAsync(async desk =>
    {
        var first = await EndedAsync(desk);
        var second = await EndedAsync(desk);
        await WriteAsync(desk, desk.Priya, "thanks");
        Assert.Single(Reminders(desk.Priya, second));
        Assert.Empty(Reminders(desk.Priya, first));
        await WriteAsync(desk, desk.Priya, "thanks");
        Assert.Single(Reminders(desk.Priya, first));
    });

    private static async Task<string> EndedAsync(Desk desk)
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        await desk.Priya.PressNewestAsync("Save", new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "held" });
        await desk.SettleAsync();
        return number;
    }

    private static string Thread(Desk desk) => desk.Priya.Channel.Last(message => message.IsFromBot).ConversationId;

    private static async Task WriteAsync(Desk desk, PersonClient person, string words)
    {
        await person.SayAsync(words);
        await desk.SettleAsync();
    }

    private static List<SeenMessage> Reminders(PersonClient person, string number) => [.. person.Chat.Where(message =>
        message.Text.Contains("Later contact", StringComparison.Ordinal) && message.Text.Contains($"{number}: authority ended", StringComparison.Ordinal))];
}
