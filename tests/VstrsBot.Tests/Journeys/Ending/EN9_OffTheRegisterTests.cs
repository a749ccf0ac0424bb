using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Ending;

/// <summary>EN9: whichever of the two leaves the register, authority ends within one renewal, whenever it was that this process last read the register.</summary>
public sealed class EN9_OffTheRegisterTests
{
    [Theory]
    [InlineData("Tom Reed", 0)]
    [InlineData("Tom Reed", 25)]
    [InlineData("Tom Reed", 55)]
    [InlineData("Priya Shah", 0)]
    [InlineData("Priya Shah", 25)]
    [InlineData("Priya Shah", 55)]
    public Task Authority_ends_within_one_renewal(string who, int secondsAfterTheLast) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.StepAsync(desk.Rules.RenewEvery, TimeSpan.FromSeconds(1)); // a renewal has been
        await desk.StepAsync(TimeSpan.FromSeconds(secondsAfterTheLast), TimeSpan.FromSeconds(1));
        await desk.Teams.As(who == "Tom Reed" ? "Priya Shah" : "Tom Reed").SayAsync("me"); // the register was read just now
        await desk.ImportUnseenWithoutAsync(who);

        var removed = desk.Time.GetUtcNow();
        await desk.StepAsync(desk.Rules.RenewEvery, TimeSpan.FromSeconds(1));

        var ended = Assert.IsType<Ended>(await desk.StateAsync(number));
        Assert.Equal(EndReason.OffTheRegister, ended.Reason);
        Assert.InRange(ended.At, removed, removed + desk.Rules.RenewEvery);
        await desk.SettleAsync();
        Assert.Empty(desk.Banners);
        foreach (var person in new[] { desk.Tom, desk.Priya })
            Assert.Contains(person.Chat, message => message.Plain?.StartsWith($"{number}: authority ended at", StringComparison.Ordinal) == true);
    });

    [Fact]
    public Task Somebody_elses_leaving_ends_nothing() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.ImportUnseenWithoutAsync("Amir Khan");
        await desk.StepAsync(TimeSpan.FromMinutes(3));
        Assert.IsType<Live>(await desk.StateAsync(number));
    });
}
