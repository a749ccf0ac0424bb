using System.Text.Json.Nodes;
using VstrsBot.Record;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>What must hold of authority in every run, whatever went wrong: read from what Teams got and from the record alone.</summary>
internal static class AuthorityRules
{
    public static async Task CheckAsync(Desk desk)
    {
        var live = LiveRendering.In(desk.Teams.Transcript);
        var chains = new Dictionary<string, IReadOnlyList<RecordLine>>(StringComparer.Ordinal);
        foreach (var number in await desk.NumbersAsync())
            chains[number] = await Aftermath.RecordOfAsync(desk, number);

        OneSpecialistHoldsOneHandoff(chains);
        foreach (var (number, lines) in chains)
        {
            LiveOnlyAfterBothActs(lines, desk.Rules.Attempts);
            NothingIsLiveAfterTheEnd(lines, [.. live.Where(l => l.Number == number)]);
            NoBannerPromisesMoreThanTheLease(lines, [.. live.Where(l => l.Number == number)], desk.Rules.Lease);
        }
    }

    private static void OneSpecialistHoldsOneHandoff(Dictionary<string, IReadOnlyList<RecordLine>> chains)
    {
        var holds = new Dictionary<string, string>(StringComparer.Ordinal);
        var acts = chains.Values.SelectMany(lines => lines).Where(line => line.Kind is "SpecialistClaimed" or "HandoffPassedOn" or "HandoffEnded")
            .OrderBy(line => line.At).ThenBy(line => line.Kind == "SpecialistClaimed" ? 1 : 0);
        foreach (var act in acts)
        {
            if (act.Kind != "SpecialistClaimed")
            {
                foreach (var (who, _) in holds.Where(held => held.Value == act.Chain).ToList())
                    holds.Remove(who);
                continue;
            }

            Assert.False(holds.ContainsValue(act.Chain), $"{act.Chain} had two specialists.");
            Assert.True(holds.TryAdd(act.By!, act.Chain), $"One specialist held two handoffs, {act.Chain} among them.");
        }
    }

    private static void LiveOnlyAfterBothActs(IReadOnlyList<RecordLine> lines, int attempts)
    {
        string? holder = null;
        string? confirmedBy = null;
        foreach (var line in lines)
        {
            (holder, confirmedBy) = line.Kind switch
            {
                "SpecialistClaimed" => (line.By, null),
                "HandoffPassedOn" => (null, null),
                "ConfirmationLapsed" => (holder, null),
                "SeesIdConfirmed" => (holder, line.By),
                _ => (holder, confirmedBy),
            };
            if (line.Kind == "CallTaken")
                Assert.True(line.By == holder && line.By == confirmedBy, $"{line.Chain} went live without its specialist's check.");
        }

        Assert.True(lines.Count(line => line.Kind == "SeesIdMismatched") <= attempts);
    }

    private static void NothingIsLiveAfterTheEnd(IReadOnlyList<RecordLine> lines, IReadOnlyList<LiveRendering> live)
    {
        if (lines.FirstOrDefault(line => line.Kind == "HandoffEnded") is { } end)
            Assert.Empty(live.Where(l => l.At > end.At).Select(l => $"{l.Number} ended at {end.At:T}, and at {l.At:T} its {l.Surface} card said live until {l.Until:T}."));
    }

    private static void NoBannerPromisesMoreThanTheLease(IReadOnlyList<RecordLine> lines, IReadOnlyList<LiveRendering> live, TimeSpan lease)
    {
        var granted = lines.Where(line => line.Facts.ContainsKey("lease")).Select(line => JsonNode.Parse(line.Facts["lease"])!["until"]!.GetValue<DateTimeOffset>()).ToList();
        foreach (var l in live)
        {
            Assert.True(l.Until - l.At <= lease, $"{l.Number}: at {l.At:T} its {l.Surface} card said live until {l.Until:T}.");
            Assert.Contains(granted, until => l.Until <= until && until - l.Until < TimeSpan.FromSeconds(1));
        }
    }
}
