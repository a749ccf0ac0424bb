using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Journeys;
using Xunit;

namespace VstrsBot.Tests.Handoffs;

/// <summary>RE10, as the people see it.</summary>
public sealed class UnrecordedEndJourneyTests
{
    [Fact]
    public Task Banners_go_at_once_though_the_end_cannot_be_committed_and_it_is_recorded_late() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.ReadOnly = true;
        var answer = await desk.Tom.PressNewestAsync("The whole call has ended");
        Assert.StartsWith("Treat the authority as ended. It is not recorded yet.", answer.Text, StringComparison.Ordinal);
        await desk.TrySendAsync();
        Assert.Empty(desk.Banners);
        Assert.IsType<Live>((await desk.Parts.GetRequiredService<VstrsBot.Storage.HandoffRows>().LoadAsync(HandoffId.Parse(number), TestContext.Current.CancellationToken)).State);

        desk.Time.Advance(TimeSpan.FromSeconds(20));
        desk.Store.ReadOnly = false;
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.IsType<Ended>((await desk.Parts.GetRequiredService<VstrsBot.Storage.HandoffRows>().LoadAsync(HandoffId.Parse(number), TestContext.Current.CancellationToken)).State);
        Assert.Contains("Authority ended", desk.Priya.PrintView(), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task With_the_store_down_an_end_is_taken_pressed_or_typed(bool typed) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Store.Down = true;
        if (typed)
        {
            await desk.Priya.SayAsync($"end {number}");
            Assert.Equal("Treat the authority as ended. It is not recorded yet.", desk.Priya.Chat[^1].Text);
        }
        else
        {
            Assert.StartsWith("Treat the authority as ended. It is not recorded yet.", (await desk.Priya.PressNewestAsync("Call ended")).Text, StringComparison.Ordinal);
        }

        await desk.TrySendAsync();
        desk.Store.Down = false;
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        Assert.Equal(EndReason.EndedBySpecialist, Assert.IsType<Ended>(await desk.StateAsync(number)).Reason);
    });
}
