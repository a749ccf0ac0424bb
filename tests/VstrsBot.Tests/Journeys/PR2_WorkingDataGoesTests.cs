using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>PR2: when wrap-up is sent, or its time is over, working data is gone from the store; the number and the times remain.</summary>
public sealed class PR2_WorkingDataGoesTests
{
    [Fact]
    public Task Wrap_up_takes_the_details_out_of_the_store() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        Assert.True(await IsHeldAsync(desk, number));

        await desk.Priya.PressNewestAsync("Save", new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = "held" });
        Assert.False(await IsHeldAsync(desk, number));
        Assert.Equal(number, Assert.IsType<Ended>(await desk.StateAsync(number)).Id.Value);
    });

    [Fact]
    public Task Without_wrap_up_they_go_24_hours_after_the_end() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromHours(23.9), TimeSpan.FromHours(1));
        Assert.True(await IsHeldAsync(desk, number));

        await desk.StepAsync(TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(1));
        Assert.False(await IsHeldAsync(desk, number));
    });

    [Fact]
    public Task Where_nobody_confirmed_they_go_after_an_hour() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.Tom.PressNewestAsync("Withdraw");
        await desk.StepAsync(TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(10));
        Assert.True(await IsHeldAsync(desk, number));

        await desk.StepAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        Assert.False(await IsHeldAsync(desk, number));
    });

    private static async Task<bool> IsHeldAsync(Desk desk, string number) =>
        await desk.Store.FindAsync(RowKeys.WorkingData(HandoffId.Parse(number)), CancellationToken.None) is not null;
}
