using System.Text.Json.Nodes;
using TeamsStandIn.Transcripts;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>What must hold of authority in every run, whatever went wrong: read from what Teams got and from the record alone.</summary>
internal static class AuthorityRules
{
    public static async Task CheckAsync(Desk desk)
    {
        var chains = new Dictionary<string, IReadOnlyList<RecordLine>>(StringComparer.Ordinal);
        foreach (var number in await desk.NumbersAsync())
            chains[number] = await Aftermath.RecordOfAsync(desk, number);
        Check(desk.Teams.Transcript, chains, desk.Rules, desk.Time.WasSet);
    }

    /// <param name="chains">The record, by handoff.</param>
    /// <param name="clockWasSet">Times cannot be compared then.</param>
    public static void Check(Transcript transcript, Dictionary<string, IReadOnlyList<RecordLine>> chains, HandoffRules rules, bool clockWasSet = false)
    {
        var live = LiveRendering.In(transcript);
        OneSpecialistHoldsOneHandoff(chains);
        foreach (var (number, lines) in chains)
        {
            LiveOnlyAfterBothActs(lines, rules.Attempts);
            if (clockWasSet)
                continue;
            NothingIsLiveAfterTheEnd(lines, [.. live.Where(l => l.Number == number)]);
            NoBannerPromisesMoreThanTheLease(lines, [.. live.Where(l => l.Number == number)], rules.Lease);
        }
    }

    private static void OneSpecialistHoldsOneHandoff(Dictionary<string, IReadOnlyList<RecordLine>> chains)
    {
        var held = chains.Values.SelectMany(Held).ToList();
        foreach (var (one, other) in held.SelectMany((one, n) => held.Skip(n + 1).Select(other => (one, other))))
        {
            var together = one.From < other.To && other.From < one.To;
            Assert.False(together && one.Who == other.Who, $"One specialist held {one.Chain} and {other.Chain} at a time.");
            Assert.False(together && one.Chain == other.Chain, $"{one.Chain} had two specialists at a time.");
        }
    }

    private static IEnumerable<(string Chain, string Who, DateTimeOffset From, DateTimeOffset To)> Held(IReadOnlyList<RecordLine> lines) =>
        lines.Where(line => line.Kind == "SpecialistClaimed").Select(claim => (
            claim.Chain,
            claim.By!,
            claim.At,
            lines.FirstOrDefault(line => line.Seq > claim.Seq && line.Kind is ("HandoffPassedOn" or "HandoffEnded"))?.At ?? DateTimeOffset.MaxValue));

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
            Assert.Empty(live.Where(l => l.At > KnownFrom(lines, end)).Select(l => $"{l.Number} ended at {end.At:T}, and at {l.At:T} its {l.Surface} card said live until {l.Until:T}."));
    }

    /// <summary>When everybody could know. A late end is recorded after all that stands before it: a process that did not hear of it renews until then.</summary>
    private static DateTimeOffset KnownFrom(IReadOnlyList<RecordLine> lines, RecordLine end) =>
        end.Facts.GetValueOrDefault("late") == "true" ? lines.Where(line => line.Seq <= end.Seq).Max(line => line.At) : end.At;

    private static void NoBannerPromisesMoreThanTheLease(IReadOnlyList<RecordLine> lines, IReadOnlyList<LiveRendering> live, TimeSpan lease)
    {
        var granted = lines.Where(line => line.Facts.ContainsKey("lease")).Select(line => JsonNode.Parse(line.Facts["lease"])!["until"]!.GetValue<DateTimeOffset>()).ToList();
        foreach (var l in live)
        {
            Assert.True(l.Until - l.At <= lease, $"{l.Number}: at {l.At:T} its {l.Surface} card said live until {l.Until:T}.");
            Assert.True(l.Printed.Count >= 2, $"{l.Number}: its {l.Surface} card does not say until when to believe it.");
            Assert.All(l.Printed, printed => Assert.True(
                printed <= l.Until && l.Until - printed < TimeSpan.FromMinutes(1), $"{l.Number}: its {l.Surface} card reads until {printed:T}, and its lease ends at {l.Until:T}."));
            Assert.Contains(granted, until => l.Until <= until && until - l.Until < TimeSpan.FromSeconds(1));
        }
    }
}
