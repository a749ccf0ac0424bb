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
        var held = chains.SelectMany(chain => Held(chain.Key, chain.Value)).ToList();
        foreach (var (one, other) in held.SelectMany((one, place) => held.Skip(place + 1).Select(other => (one, other))).Where(pair => Overlap(pair.one, pair.other)))
        {
            Assert.False(one.Number == other.Number, $"{one.Number} had two specialists.");
            Assert.False(one.By == other.By, $"One specialist held two handoffs, {one.Number} and {other.Number}.");
        }
    }

    private static IEnumerable<(string Number, string? By, DateTimeOffset From, DateTimeOffset To)> Held(string number, IReadOnlyList<RecordLine> lines)
    {
        foreach (var (place, claimed) in lines.Index().Where(line => line.Item.Kind == "SpecialistClaimed"))
        {
            var over = lines.Skip(place + 1).FirstOrDefault(line => line.Kind is "HandoffPassedOn" or "HandoffEnded" or "SpecialistClaimed");
            yield return (number, claimed.By, claimed.At, over is null or { Kind: "SpecialistClaimed" } ? DateTimeOffset.MaxValue : over.At);
        }
    }

    private static bool Overlap((string Number, string? By, DateTimeOffset From, DateTimeOffset To) one, (string Number, string? By, DateTimeOffset From, DateTimeOffset To) other) =>
        one.From < other.To && other.From < one.To;

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
