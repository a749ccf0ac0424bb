using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>RE4: what Teams took only an hour later is said only where it still helps.</summary>
public sealed class RE4_LateWordsTests
{
    [Fact]
    public Task That_somebody_accepted_is_not_said_an_hour_late() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        var order = desk.Teams.Faults.Next(Op.Send, Fault.Status(500)).For("Tom Reed").UntilCleared();
        await desk.AcceptAsync();
        order.Clear();
        await desk.StepAsync(TimeSpan.FromMinutes(62), TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(desk.Tom.Chat, m => Says(m, $"{number}: Priya Shah accepted"));
        Assert.Contains(desk.Tom.Chat, m => Says(m, $"{number} ended at"));
    });

    [Fact]
    public Task That_authority_ended_is_said_however_late() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        var order = desk.Teams.Faults.Next(Op.Send, Fault.Status(500)).For("Tom Reed").UntilCleared();
        await desk.EndAsync();
        order.Clear();
        Assert.DoesNotContain(desk.Tom.Chat, m => Says(m, $"{number}: authority ended"));
        await desk.StepAsync(TimeSpan.FromMinutes(62), TimeSpan.FromSeconds(30));
        Assert.Single(desk.Tom.Chat, m => Says(m, $"{number}: authority ended at 10:41am."));
    });

    private static bool Says(SeenMessage message, string words) => message.Text.StartsWith(words, StringComparison.Ordinal);
}
