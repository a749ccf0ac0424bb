using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN6: every end has one reason of the fixed list, reached here by a journey and read from the export.</summary>
public sealed class EN6_OneReasonTests
{
    private static readonly Dictionary<string, Func<Desk, Task>> Journeys = new(StringComparer.Ordinal)
    {
        [nameof(EndReason.EndedByAdviser)] = async desk =>
        {
            await desk.LiveAsync();
            await desk.EndAsync();
        },
        [nameof(EndReason.EndedBySpecialist)] = async desk => await desk.Priya.RawPressAsync("endCall", Steps.Press(await desk.LiveAsync(), "authority")),
        [nameof(EndReason.EndedByLead)] = async desk => await desk.Leah.RawPressAsync("leadEnd", Steps.Press(await desk.LiveAsync(), "lead", ("reason", "Asked to"))),
        [nameof(EndReason.NoAnswer)] = async desk =>
        {
            await desk.LiveAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(18));
        },
        [nameof(EndReason.Cap)] = async desk =>
        {
            var number = await desk.LiveAsync();
            for (var minutes = 0; minutes < 61; minutes += 10)
            {
                await desk.StepAsync(TimeSpan.FromMinutes(10));
                await desk.Priya.SayAsync($"still {number}");
            }
        },
        [nameof(EndReason.LeaseLapsed)] = async desk =>
        {
            await desk.LiveAsync();
            await desk.StopAsync();
            desk.Time.Advance(TimeSpan.FromMinutes(4));
            await desk.StartAsync();
        },
        [nameof(EndReason.OffTheRegister)] = async desk =>
        {
            await desk.LiveAsync();
            await desk.ImportWithoutAsync("Priya Shah");
            await desk.StepAsync(TimeSpan.FromMinutes(1.5));
        },
        [nameof(EndReason.Withdrawn)] = async desk =>
        {
            await desk.ConfirmedAsync();
            await desk.Tom.PressNewestAsync("Withdraw");
        },
        [nameof(EndReason.CallBackArranged)] = async desk =>
        {
            await desk.PostAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(4));
            await desk.Tom.PressNewestAsync("Arrange a call back", new Dictionary<string, string>(StringComparer.Ordinal) { ["callBack"] = "vstrs", ["callBackBy"] = "tomorrow" });
        },
        [nameof(EndReason.NotConfirmed)] = async desk =>
        {
            await desk.ClaimedAsync();
            await desk.Priya.PressNewestAsync("I'm not satisfied this is VSTRS");
        },
        [nameof(EndReason.NotTaken)] = async desk =>
        {
            await desk.PostAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(31));
        },
    };

    public static TheoryData<string> Reasons => [.. Enum.GetNames<EndReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public Task A_handoff_ends_for_this_one_reason(string reason) => Desk.PlayAsync(async desk =>
    {
        await Journeys[reason](desk);
        await desk.SettleAsync();
        await desk.SettleAsync();

        var number = Assert.Single(await desk.NumbersAsync());
        var end = (await Aftermath.RecordOfAsync(desk, number)).Where(line => line.Kind == "HandoffEnded").ToList();
        Assert.Equal(reason, Assert.Single(end).Facts["reason"]);
        Assert.Empty(desk.Banners);
        Assert.Contains("ended", desk.CardOf(number, "channel").Says().Replace("withdrawn", "ended", StringComparison.Ordinal).Replace("no longer confirm", "ended", StringComparison.Ordinal), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("Waiting")]
    [InlineData("Claimed")]
    [InlineData("Confirmed")]
    public Task What_is_not_live_30_minutes_after_posting_ends_as_not_taken(string state) => Desk.PlayAsync(
        async desk =>
        {
            var start = desk.Time.GetUtcNow();
            var number = state switch { "Waiting" => await desk.PostAsync(), "Claimed" => await desk.ClaimedAsync(), _ => await desk.ConfirmedAsync() };
            await desk.StepAsync(start.AddSeconds(1799) - desk.Time.GetUtcNow());
            Assert.Equal(state, (await desk.StateAsync(number)).GetType().Name);
            await desk.StepAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(EndReason.NotTaken, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
        },
        new HandoffRules
        {
            ClaimLasts = TimeSpan.FromHours(1),
            ClaimReminder = TimeSpan.FromMinutes(59),
            ConfirmationLasts = TimeSpan.FromHours(1),
            ConfirmationWarning = TimeSpan.FromMinutes(59),
        });
}
