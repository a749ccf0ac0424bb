using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>Brings a desk into the middle of its work, one handoff in each state, and copies it out.</summary>
internal static class Capture
{
    public static readonly IReadOnlyList<Extra> Also = [new("Cy Marsh"), new("Dana Frost")];

    /// <summary>One has ended, one is live with a renewal on its way, one is confirmed, one is claimed with a mismatch behind it, one is waiting.</summary>
    public static async Task<CapturedRelease> TakeAsync(Desk desk)
    {
        foreach (var name in new[] { "Cy Marsh", "Dana Frost", "Amir Khan" })
            await desk.Teams.As(name).SayAsync("on duty");
        var ended = await desk.LiveAsync();
        await desk.EndAsync();
        var live = await desk.LiveWithAsync(desk.Priya);
        var posted = desk.Teams.Transcript.Deliveries.Last(d => (string?)d.Activity["value"]?["action"]?["verb"] == "findSomeone").Activity;
        await desk.Priya.SayAsync($"check {live}"); // a copy of the banner
        var confirmed = await desk.ConfirmedWithAsync(desk.Teams.As("Cy Marsh"));
        var claimed = await desk.PostAsync();
        await desk.SendDetailsAsync();
        await desk.Teams.As("Dana Frost").SayAsync($"accept {claimed}");
        await desk.SettleAsync();
        await desk.Teams.As("Dana Frost").RawPressAsync("checkSeesId", Steps.Press(claimed, "authority", ("seesId", Desk.WrongCode)));
        var waiting = await desk.PostAsync();
        await desk.SendDetailsAsync();

        // Each part of it is somewhere between two writes: a send that was refused, one under way, some not begun.
        await UntilRenewedAsync(desk, live);
        desk.Teams.Faults.Next(Op.Update, Fault.Status(503)).On(desk.CardOf(live, "adviser").ConversationId);
        await desk.SendAsync();
        await UntilRenewedAsync(desk, live);
        var owed = await desk.Store.ListAllAsync(RowKeys.OwedOf(HandoffId.Parse(live)), default);
        var sending = owed.First(row => row.Claim is null);
        await desk.Store.TryCommitAsync([new RowChange.SetClaim(sending.Key, new OwedClaim(null, null, 0).Taken(desk.Time.GetUtcNow() + EffectSender.ClaimLasts, no: 1).Write(), sending.Tag)], default);
        await desk.RecordWhatWaitsAsync();

        var numbers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Ended"] = ended, ["Live"] = live, ["Confirmed"] = confirmed, ["Claimed"] = claimed, ["Waiting"] = waiting };
        foreach (var (state, number) in numbers)
            Assert.Equal(state, (await desk.StateAsync(number)).GetType().Name);
        var (schema, last, rows) = CapturedStore.Read(desk.Settings.Store.Path);
        var version = (string)JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("manifest/manifest.json")))!["version"]!;
        return new CapturedRelease(version, desk.Time.GetUtcNow(), desk.Teams.BaseUrl, desk.Settings.Store.Desk, schema, last, numbers, rows, desk.Teams.Copy(), posted.DeepClone().AsObject());
    }

    private static async Task UntilRenewedAsync(Desk desk, string number)
    {
        var before = ((Live)await desk.StateAsync(number)).Lease;
        while (((Live)await desk.StateAsync(number)).Lease == before)
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            await desk.Parts.GetRequiredService<DueTimers>().WakeAsync(default);
        }
    }
}
