using System.Text.Json.Nodes;
using TeamsStandIn.Faults;
using TeamsStandIn.Transcripts;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE4: ends overtake renewals, and nothing waits for a conversation that is slow but what is in it.</summary>
public sealed class RE4_EndsOvertakeTests
{
    private static readonly Extra[] Four = [.. new[] { "Ann Bell", "Ben Cole", "Cat Dunn", "Dan East" }.Select(name => new Extra(name))];

    [Fact]
    public Task An_end_goes_while_the_renewals_of_others_wait_for_Teams() => Desk.PlayAsync(
        async desk =>
        {
            desk.Teams.Limits.Enforced = false;
            List<string> numbers = [];
            foreach (var extra in Four)
                numbers.Add(await desk.LiveWithAsync(desk.Teams.As(extra.Name)));
            var last = numbers[^1];
            string[] cards = [.. new[] { "authority", "adviser", "channel" }.Select(surface => desk.CardOf(last, surface).Id)];

            // Teams answers no renewal but those of the last.
            List<Gate> slow = [.. desk.Banners.Where(banner => !cards.Contains(banner.Id)).Select(banner =>
            {
                var gate = new Gate();
                desk.Teams.Faults.Next(Op.Update, Fault.Hold(gate)).OnMessage(banner.Id).UntilCleared();
                return gate;
            })];
            desk.Time.Advance(TimeSpan.FromSeconds(61));
            var pass = desk.SendAsync();
            await UntilAsync(desk, () => slow.Sum(gate => gate.Reached) >= 8);

            await desk.Tom.RawPressAsync("endCall", Steps.Press(last, "adviser"));
            await UntilAsync(desk, () => desk.Teams.Transcript.Updates.Count(u => cards.Contains(u.ActivityId) && Says(u, "Authority ended") && u.Status == 200) == 3);
            Assert.False(pass.IsCompleted);
            Assert.DoesNotContain(desk.Banners, banner => cards.Contains(banner.Id));

            slow.ForEach(gate => gate.Release());
            await pass;
            await desk.SettleAsync();
        },
        also: Four);

    [Fact]
    public Task A_ping_goes_while_the_channel_waits_for_Teams() => Desk.PlayAsync(async desk =>
    {
        var gate = desk.Teams.Faults.Hold(Op.CreateConversation, desk.Teams.Tenant.DmbChannelId);
        await desk.PostUnsentAsync();
        var pass = desk.SendAsync();
        await gate.ReachedAsync(TestContext.Current.CancellationToken);
        await UntilAsync(desk, () => desk.Priya.Chat.Any(message => message.Buttons.Contains("Accept")));
        Assert.False(pass.IsCompleted);

        // And what was pressed meanwhile does not wait for it either.
        await desk.Priya.PressNewestAsync("Accept");
        await UntilAsync(desk, () => desk.Tom.Chat.Any(message => message.Text.Contains("Priya Shah accepted at 10:41am.", StringComparison.Ordinal)));
        Assert.False(pass.IsCompleted);
        gate.Release();
        await pass;
        await desk.SettleAsync();
    });

    [Fact]
    public Task In_one_chat_what_is_sent_keeps_its_order_while_the_first_waits_for_Teams() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var gate = desk.Teams.Faults.Hold(Op.Send, desk.Priya.Person.ChatId!);
        await desk.Priya.PressNewestAsync("Accept");
        var pass = desk.SendAsync();
        await gate.ReachedAsync(TestContext.Current.CancellationToken);
        await UntilAsync(desk, () => desk.Tom.Chat.Any(message => message.Text.Contains("Priya Shah accepted at 10:41am.", StringComparison.Ordinal)));
        Assert.Equal(1, gate.Reached); // the authority card waits for the details card above it
        gate.Release();
        await pass;

        var (details, authority) = (desk.CardOf(number, "details"), desk.CardOf(number, "authority"));
        Assert.True(desk.Teams.Tenant.Messages.ToList().IndexOf(details) < desk.Teams.Tenant.Messages.ToList().IndexOf(authority));
    });

    [Fact]
    public Task After_a_start_no_ping_goes_before_each_end_was_tried() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Amir.SayAsync("on duty");
        await desk.PostUnsentAsync();
        await desk.Tom.RawPressAsync("endCall", Steps.Press(number, "adviser"));
        await desk.RestartAsync();

        var gate = new Gate();
        desk.Teams.Faults.Next(Op.Update, Fault.Hold(gate)).OnMessage(desk.CardOf(number, "authority").Id);
        var pass = desk.SendAsync();
        await UntilAsync(desk, () => gate.Reached == 1 && desk.Banners.Count == 1);
        Assert.DoesNotContain(desk.Amir.Chat, message => message.Buttons.Contains("Accept"));
        gate.Release();
        await pass;
        Assert.Contains(desk.Amir.Chat, message => message.Buttons.Contains("Accept"));
        await desk.SettleAsync();
    });

    private static bool Says(BotRequest request, string words) => ((JsonNode?)request.Card)?.ToJsonString().Contains(words, StringComparison.Ordinal) == true;

    private static Task UntilAsync(Desk desk, Func<bool> holds) => desk.Teams.Transcript.UntilAsync(holds, TestContext.Current.CancellationToken);
}
