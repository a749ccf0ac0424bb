using TeamsStandIn.Faults;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

public sealed class FaultPromiseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DE4_the_pretend_teams_can_delay_duplicate_reorder_lose_throttle_and_refuse()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var (teams, tom) = (desk.Teams, desk.Teams.As("Tom Reed"));
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        var card = await desk.Connector.SendAsync(chat, Cards.Text("live"), Ct);

        // delay: the edit is on its way, and not there
        var gate = teams.Faults.Hold(Op.Update);
        var delayed = desk.Connector.UpdateAsync(chat, card.Id, Cards.Text("renewed"), Ct);
        await gate.ReachedAsync(Ct);
        Assert.Equal("live", tom.Chat[0].Text);
        gate.Release();
        Assert.Equal(200, (await delayed).Status);
        Assert.Equal("renewed", tom.Chat[0].Text);

        // duplicate and reorder: what the bot receives
        teams.Faults.Next(Op.Deliver, Fault.Duplicate());
        await tom.SayAsync("twice", Ct);
        teams.Faults.Next(Op.Deliver, Fault.Reorder());
        var overtaken = tom.SayAsync("early", Ct);
        await tom.SayAsync("late", Ct);
        await overtaken;
        Assert.Equal(["twice", "twice", "late", "early"], desk.Bot.Texts);

        // lose: answered as done
        teams.Faults.Next(Op.Update, Fault.Lose());
        Assert.Equal(200, (await desk.Connector.UpdateAsync(chat, card.Id, Cards.Text("ended"), Ct)).Status);
        Assert.Equal("renewed", tom.Chat[0].Text);

        // throttle and refuse: each status, and then all is well again
        teams.Faults.Next(Op.Update, Fault.Throttle(TimeSpan.FromSeconds(2)));
        foreach (var status in (int[])[403, 404, 412, 413, 500, 502, 503, 504]) teams.Faults.Next(Op.Update, Fault.Status(status));
        var answers = new List<int>();
        for (var n = 0; n < 10; n++)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            answers.Add((await desk.Connector.UpdateAsync(chat, card.Id, Cards.Text("ended"), Ct)).Status);
        }

        Assert.Equal([429, 403, 404, 412, 413, 500, 502, 503, 504, 200], answers);
        Assert.Equal("ended", tom.Chat[0].Text);
        Assert.Empty(teams.Faults.Standing);
    }
}
