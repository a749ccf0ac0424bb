using System.Globalization;
using TeamsStandIn.Faults;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>What must hold of what was sent in every run: AU1, every send has its line, with its result; RE5, no limit of Teams was passed.</summary>
internal static class SendRules
{
    public static async Task CheckAsync(Desk desk)
    {
        if (!desk.Time.WasSet) // Teams' own clock is not set back with the bot's
            Assert.Empty(desk.Teams.Limits.Breaches);

        if (await WasSweptAsync(desk))
            return;

        // A 401 is asked once more with a fresh token, in the same send.
        var asked = desk.Teams.Transcript.Requests.Where(r => (r.Op & Op.Write) != Op.None && r.Status != 401).ToList();
        var before = desk.From?.Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        var lines = (await Aftermath.RecordAsync(desk))
            .Where(line => line.Kind == SendLine.Kind && Outcome(line) != SendOutcome.NotAsked && !before.Contains(RecordKeys.Line(line.Chain, line.Seq))).ToList();
        Assert.All(lines, line => Assert.True(line.By is null && line.At.Offset == TimeSpan.Zero));

        var open = desk.WasRestored ? asked.Count : await OpenAsync(desk);
        // What was given up, by a clock or by a kill, may not have reached Teams.
        var givenUp = lines.Where(line => line.Facts.GetValueOrDefault("code") is "Interrupted" or ConnectorException.TimedOut).Sum(Times);
        Assert.InRange(asked.Count, lines.Sum(Times) - givenUp, lines.Sum(Times) + open);
        Assert.InRange(asked.Count(r => r.Status is >= 200 and < 300), lines.Where(line => Outcome(line) == SendOutcome.Sent).Sum(Times), int.MaxValue);
        foreach (var refusals in asked.Where(r => r.Status >= 400).GroupBy(r => r.Status!.Value))
        {
            var told = lines.Where(line => line.Facts.GetValueOrDefault("status") == refusals.Key.ToString(CultureInfo.InvariantCulture)).Sum(Times);
            Assert.InRange(refusals.Count(), told, told + open);
        }
    }

    /// <summary>Handoffs past their period are gone, with the lines of what was sent for them.</summary>
    private static async Task<bool> WasSweptAsync(Desk desk) =>
        (await Aftermath.RecordAsync(desk)).Any(line => line is { Kind: "Swept" } && line.Facts["lines"] != "0");

    private static SendOutcome Outcome(RecordLine line) => Enum.Parse<SendOutcome>(line.Facts["outcome"]);

    private static int Times(RecordLine line) => int.Parse(line.Facts.GetValueOrDefault("times", "1"), CultureInfo.InvariantCulture);

    /// <summary>Sends that may have left and are not recorded yet: their row says so.</summary>
    private static async Task<int> OpenAsync(Desk desk)
    {
        var rows = await desk.Store.ReadAsync(RowKeys.AllOwed.From, RowKeys.AllOwed.Before, int.MaxValue, CancellationToken.None);
        return rows.Select(row => OwedClaim.Read(row.Claim)).Sum(claim => claim.Lost + (claim.Until is null ? 0 : 1) + (claim.Unsaid?.Times ?? 0));
    }
}
