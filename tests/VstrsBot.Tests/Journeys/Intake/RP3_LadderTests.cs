using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP3: without an acceptance the next are asked at the due second.</summary>
public sealed class RP3_LadderTests
{
    private static readonly Extra[] Three = [new("Nia Cole"), new("Sam Hart"), new("Zoe Lane")];

    [Fact]
    public Task After_45_seconds_two_more_are_asked_and_after_90_everyone_and_the_lead() => Desk.PlayAsync(
        async desk =>
        {
            await AllOnDutyAsync(desk);
            await desk.Tom.PressAsync(await desk.Tom.FormAsync(), "Find someone", Typed.Part1());
            await desk.SendAsync();
            Assert.Equal(1, Asked(desk));

            await desk.StepAsync(TimeSpan.FromSeconds(44), TimeSpan.FromSeconds(1));
            Assert.Equal(1, Asked(desk));
            await desk.StepAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(3, Asked(desk));

            await desk.StepAsync(TimeSpan.FromSeconds(44), TimeSpan.FromSeconds(1));
            Assert.Equal(3, Asked(desk));
            Assert.DoesNotContain(desk.Leah.Chat, message => message.Text.Contains("Waiting", StringComparison.Ordinal));
            await desk.StepAsync(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
            Assert.Equal(5, Asked(desk));
            Assert.Single(desk.Leah.Chat, message => message.IsFromBot && message.Buttons.Count > 0);
        },
        also: Three);

    [Fact]
    public Task Other_times_in_the_settings_are_kept_as_well() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            await desk.PostAsync();
            await desk.StepAsync(TimeSpan.FromSeconds(14), TimeSpan.FromSeconds(1));
            Assert.Empty(Pings(desk.Amir));
            await desk.StepAsync(TimeSpan.FromSeconds(1));
            Assert.Single(Pings(desk.Amir));
        },
        new HandoffRules { Ladder = new Ladder([new LadderRung(TimeSpan.Zero, 1), new LadderRung(TimeSpan.FromSeconds(20), 1)], TimeSpan.FromMinutes(1)) });

    [Fact]
    public Task Nobody_is_asked_after_somebody_accepted() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        await desk.PostAsync();
        await desk.AcceptAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(5));
        Assert.Empty(Pings(desk.Amir));
    });

    [Fact]
    public Task A_restart_between_two_steps_loses_none_and_repeats_none() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        await desk.PostAsync();
        await desk.StopAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(50));
        await desk.StartAsync();
        await desk.SettleAsync();
        Assert.Single(Pings(desk.Amir));
        Assert.Single(Pings(desk.Priya));
    });

    [Fact]
    public Task Whoever_has_been_idle_longest_is_asked_first() => Desk.PlayAsync(async desk =>
    {
        await desk.Amir.SayAsync("on duty");
        var first = await desk.PostAsync();
        var one = Pings(desk.Priya).Count == 1 ? desk.Priya : desk.Amir;
        await desk.AcceptAsync(one);
        await desk.Tom.SayAsync($"withdraw {first}");
        await desk.SettleAsync();

        await desk.PostAsync();
        var other = one.Person == desk.Priya.Person ? desk.Amir : desk.Priya;
        Assert.Single(Pings(other));
    });

    internal static async Task AllOnDutyAsync(Desk desk)
    {
        foreach (var name in new[] { "Amir Khan", "Nia Cole", "Sam Hart", "Zoe Lane" })
            await desk.Teams.As(name).SayAsync("on duty");
    }

    internal static IReadOnlyList<SeenMessage> Pings(PersonClient person) => [.. person.Chat.Where(message => message.Buttons.Contains("Accept"))];

    private static int Asked(Desk desk) => desk.Teams.Tenant.People.Sum(person => Pings(desk.Teams.As(person.Name)).Count);
}
