using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>RE12: this release starts on what an earlier one left in the middle of its calls, and carries each to its end from the cards that one drew.</summary>
public sealed class RE12_CapturedReleaseTests
{
    public static TheoryData<string, string> Captured => [.. CapturedRelease.All.SelectMany(release => new[] { (release, nameof(StoreKind.Embedded)), (release, nameof(StoreKind.Tables)) })];

    [Theory, MemberData(nameof(Captured))]
    public async Task Every_handoff_that_was_open_is_carried_to_its_end(string release, string store)
    {
        var captured = CapturedRelease.Read(release);
        await Desk.PlayAsync(from: captured, also: Capture.Also, store: Enum.Parse<StoreKind>(store), journey: async desk =>
        {
            foreach (var (state, number) in captured.Numbers)
                Assert.Equal(state, (await desk.StateAsync(number)).GetType().Name);
            Assert.Equal(4, desk.Banners.Count); // three surfaces and the copy
            var old = new OldCards(desk, captured);

            await APostRedeliveredMakesNoOther(desk, captured);
            await desk.SettleAsync();
            await TheLiveOneIsRenewedAndEnds(desk, captured.Numbers["Live"], old);
            await TheClaimedOneIsChecked(desk, captured.Numbers["Claimed"], old);
            await TheConfirmedOneIsTaken(desk, captured.Numbers["Confirmed"], old);
            await TheWaitingOneIsAccepted(desk, captured.Numbers["Waiting"], old);
            await TheEndedOneIsWrappedUp(desk, captured.Numbers["Ended"], old);

            Assert.Empty(desk.Banners);
            await NothingOfTheRecordIsLost(desk, captured);
            Assert.Empty(await desk.Store.ListAllAsync(RowKeys.AllOpen, default));
        });
    }

    private static async Task APostRedeliveredMakesNoOther(Desk desk, CapturedRelease captured)
    {
        var again = JsonNode.Parse(captured.Posted.ToJsonString().Replace(captured.Origin, desk.Teams.BaseUrl, StringComparison.Ordinal))!.AsObject();
        Assert.Contains(captured.Numbers["Live"], (await desk.Teams.DeliverAsync(again)).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(captured.Numbers.Values.Order(StringComparer.Ordinal), await desk.NumbersAsync());
    }

    private static async Task TheLiveOneIsRenewedAndEnds(Desk desk, string number, OldCards old)
    {
        var before = ((Live)await desk.StateAsync(number)).Lease;
        await desk.StepAsync(TimeSpan.FromSeconds(65), TimeSpan.FromSeconds(5));
        Assert.True(((Live)await desk.StateAsync(number)).Lease.Granted > before.Granted);
        Assert.All(LiveRendering.In(desk.Teams.Transcript).GroupBy(live => live.Surface), card => Assert.True(card.Max(live => live.Until) > before.Until));

        await desk.Tom.PressAsync(old.Of("Tom Reed", number, "adviser"), "The whole call has ended");
        await desk.SettleAsync();
        await ShownEndedAsync(desk, number, "Priya Shah");
        Assert.Contains(desk.Priya.Chat, message => message.Plain?.StartsWith($"{number}: authority ended", StringComparison.Ordinal) == true);
    }

    private static async Task TheClaimedOneIsChecked(Desk desk, string number, OldCards old)
    {
        var dana = desk.Teams.As("Dana Frost");
        var wrong = await dana.PressAsync(old.Of("Dana Frost", number, "authority"), "Check SEES ID", Typed.Code("QX-42 7783"));
        Assert.Contains("1 try left", wrong.Text, StringComparison.Ordinal); // one was used up before
        await dana.PressAsync(old.Of("Dana Frost", number, "authority"), "Check SEES ID", Typed.Code(Desk.Code));
        await desk.SettleAsync();
        Assert.IsType<Confirmed>(await desk.StateAsync(number));
        await TakeAndEndAsync(desk, number, "Dana Frost", old.Of("Dana Frost", number, "details"));
    }

    private static Task TheConfirmedOneIsTaken(Desk desk, string number, OldCards old) =>
        TakeAndEndAsync(desk, number, "Cy Marsh", old.Of("Cy Marsh", number, "details"), old.Of("Cy Marsh", number, "authority"));

    private static async Task TheWaitingOneIsAccepted(Desk desk, string number, OldCards old)
    {
        await desk.Amir.PressAsync(old.Of("Amir Khan", number, "ping"), "Accept");
        await desk.SettleAsync();
        await desk.CheckAsync(Desk.Code, desk.Amir);
        await TakeAndEndAsync(desk, number, "Amir Khan", desk.Amir.Newest("Show details"));
    }

    private static async Task TheEndedOneIsWrappedUp(Desk desk, string number, OldCards old)
    {
        var card = old.Of("Priya Shah", number, "wrapUp");
        Assert.Contains(Typed.Representative, (await desk.Priya.PressAsync(card, "Show note")).Card!.ToJsonString(), StringComparison.Ordinal);
        await desk.Priya.PressAsync(card, "Save", new Dictionary<string, string> { ["outcome"] = "held", ["inIdms"] = "true" });
        await desk.SettleAsync();
        Assert.NotNull(Assert.IsType<Ended>(await desk.StateAsync(number)).WrapUp);
    }

    /// <param name="details">The details card: what the adviser sent before is read still.</param>
    /// <param name="authority">The authority card as it was; null for the one that is there now.</param>
    private static async Task TakeAndEndAsync(Desk desk, string number, string specialist, SeenMessage details, SeenMessage? authority = null)
    {
        var who = desk.Teams.As(specialist);
        Assert.Contains(Typed.Customer, (await who.PressAsync(details, "Show details")).Text, StringComparison.Ordinal);
        await who.PressAsync(authority ?? who.Newest("I have taken the call"), "I have taken the call");
        await desk.SettleAsync();
        Assert.IsType<Live>(await desk.StateAsync(number));
        Assert.Equal(3, desk.Banners.Count);
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        await desk.SettleAsync();
        await ShownEndedAsync(desk, number, specialist);
    }

    private static async Task ShownEndedAsync(Desk desk, string number, string specialist)
    {
        Assert.IsType<Ended>(await desk.StateAsync(number));
        foreach (var surface in new[] { "authority", "adviser", "channel" })
            Assert.All(desk.CardsOf(number, surface), card => Assert.Contains("Authority ended", card.Says(), StringComparison.Ordinal));
        Assert.NotEmpty(desk.CardsOf(number, "authority"));
        Assert.Contains(desk.Teams.As(specialist).Chat, message => message.Buttons.Contains("Save") && message.Text.Contains(number, StringComparison.Ordinal));
    }

    private static async Task NothingOfTheRecordIsLost(Desk desk, CapturedRelease captured)
    {
        foreach (var line in captured.Rows.Where(row => row.Key.StartsWith("e|", StringComparison.Ordinal)))
            Assert.Equal(line.Value(captured.Origin, captured.Origin), (await desk.Store.FindAsync(line.Key, default))!.Value);
    }

    /// <summary>The cards as the earlier release drew them, before anything of this one reached them.</summary>
    private sealed class OldCards(Desk desk, CapturedRelease captured)
    {
        private readonly IReadOnlyList<(string Who, SeenMessage Message)> all =
            [.. captured.Teams.Conversations.Where(place => place.Person is not null).SelectMany(place => desk.Teams.As(place.Person!).Chat.Select(message => (place.Person!, message)))];

        public SeenMessage Of(string who, string number, string surface) =>
            all.Last(card => card.Who == who && StoredCards.PointerOf(card.Message.Card) == (number, surface)).Message;
    }
}
