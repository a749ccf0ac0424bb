using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>The whole job: two forms, accepted, one wrong code, the right one, taken, renewed, left, ended.</summary>
public sealed class GoldenPathTests
{
    [Theory]
    [InlineData(nameof(StoreKind.Embedded), 1)]
    [InlineData(nameof(StoreKind.Tables), 1)]
    [InlineData(nameof(StoreKind.Tables), 2)]
    public Task A_handoff_goes_from_the_form_to_the_banner_and_the_banner_goes_away(string store, int bots) => Desk.PlayAsync(store: Enum.Parse<StoreKind>(store), bots: bots, journey: async desk =>
    {
        var number = await desk.PostAsync();
        Assert.Contains("Waiting for a specialist", desk.Priya.Newest("Accept").Text, StringComparison.Ordinal);
        await desk.SendDetailsAsync();
        await desk.AcceptAsync();

        await desk.CheckAsync(Desk.WrongCode);
        Assert.Contains("2 tries left", desk.Priya.Newest("Check SEES ID").Text, StringComparison.Ordinal);
        await desk.CheckAsync(Desk.Code.ToLowerInvariant());

        var taken = await desk.TakeAsync();
        Assert.Contains(Typed.Representative, taken.Text, StringComparison.Ordinal);
        Assert.Equal(3, desk.Banners.Count);

        await desk.StepAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(3, desk.Banners.Count);

        await desk.Tom.PressNewestAsync("I have left the call");
        await desk.SettleAsync();
        Assert.Equal(3, desk.Banners.Count);

        await desk.EndAsync();
        Assert.Empty(desk.Banners);
        Assert.Contains("Authority ended", desk.Priya.PrintView(), StringComparison.Ordinal);

        Assert.Equal(
            ["HandoffPosted", "SpecialistsAsked", "DetailsSent", "SpecialistClaimed", "SeesIdMismatched", "SeesIdConfirmed", "CallTaken", "AdviserLeft", "HandoffEnded"],
            (await desk.RecordedAsync(number)).Where(kind => kind != "LeaseRenewed"));
    });
}
