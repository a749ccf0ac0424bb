using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Transcripts;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Cards;
using VstrsBot.Tests.Rules;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>What must hold after every journey, whatever it was about.</summary>
internal static class Aftermath
{
    public static async Task CheckAsync(Desk desk)
    {
        await TheRecordVerifiesAndEqualsTheStatesAsync(desk);
        await EveryCardIsSoundAsync(desk.Teams.Transcript);
        NothingOfTheCustomerWasSent(desk);
        LogFields.Check(desk.OurLog);
        NothingWasCreatedLive(desk.Teams.Transcript);
        await AuthorityRules.CheckAsync(desk);
        await SendRules.CheckAsync(desk);
    }

    /// <summary>Every exported line.</summary>
    public static async Task<IReadOnlyList<RecordLine>> RecordAsync(Desk desk) =>
        [.. (await ExportAsync(desk)).Select(line => RecordLineJson.Read(System.Text.Encoding.UTF8.GetBytes(line))).OfType<RecordLine>()];

    /// <summary>The lines of a handoff, in order.</summary>
    public static async Task<IReadOnlyList<RecordLine>> RecordOfAsync(Desk desk, string chain)
    {
        await desk.RecordWhatWaitsAsync();
        var rows = await desk.Store.ReadAsync(RecordKeys.LinesOf(chain), RecordKeys.After(RecordKeys.LinesOf(chain)), int.MaxValue, CancellationToken.None);
        return [.. rows.Select(row => RecordLineJson.Read(row.Value)).OfType<RecordLine>()];
    }

    public static async Task TheRecordVerifiesAndEqualsTheStatesAsync(Desk desk)
    {
        var said = new StringWriter();
        var verify = new AuditVerify(new RecordSeal(desk.Parts.GetRequiredService<DeskKeys>().Record));
        Assert.True(await verify.RunAsync(desk.Store, said, CancellationToken.None) == AuditExit.Good, said.ToString());

        foreach (var number in await desk.NumbersAsync())
        {
            var replayed = (await RecordOfAsync(desk, number)).Select(RecordedEvent.Of).OfType<HandoffEvent>().Aggregate((Handoff)NotPosted.Yet, Evolution.Evolve);
            Assert.Equal(Plain(await desk.StateAsync(number)), Plain(replayed));
        }
    }

    /// <summary>What audit export writes, line by line.</summary>
    public static async Task<IEnumerable<string>> ExportAsync(Desk desk)
    {
        await desk.RecordWhatWaitsAsync();
        var output = new StringWriter();
        var export = new AuditExport(desk.Store, new RecordSeal(desk.Parts.GetRequiredService<DeskKeys>().Record));
        Assert.Equal(AuditExit.Good, await export.RunAsync(DateOnly.MinValue, DateOnly.MaxValue, output, TextWriter.Null, CancellationToken.None));
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static async Task EveryCardIsSoundAsync(Transcript transcript)
    {
        var answered = transcript.Deliveries.Select(d => (d.Answer as JsonObject)?["value"] as JsonObject);
        var dialogs = transcript.Deliveries.Select(d => (d.Answer as JsonObject)?["task"]?["value"] as JsonObject).Select(task => task?["card"]?["content"] as JsonObject);
        var cards = transcript.Requests.Select(r => r.Card).Concat(answered).Concat(dialogs).Where(card => (string?)card?["type"] == "AdaptiveCard");
        foreach (var card in cards.Select(card => card!.ToJsonString()).Distinct(StringComparer.Ordinal))
        {
            var complaints = CardLint.Complaints(card).Concat(await CardsJudge.ComplaintsAsync(card)).ToList();
            Assert.True(complaints is [], $"{string.Join('\n', complaints)}\n{card}");
        }
    }

    public static void NothingOfTheCustomerWasSent(Desk desk)
    {
        foreach (var canary in Typed.Canaries.Concat([Desk.Code, Desk.WrongCode]))
            Assert.Empty(desk.Teams.Transcript.InRequests(canary).Select(r => $"{r.Method} {r.Path}: {canary}"));
        foreach (var line in desk.Logged)
            Assert.DoesNotContain(Typed.Canaries.Concat([Desk.Code, Desk.WrongCode]), canary => line.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    public static void NothingWasCreatedLive(Transcript transcript) => Assert.Empty(transcript.Creates.Concat(transcript.Sends)
        .Where(r => Transcript.Holds(r, "authority-live") || Transcript.Holds(r, "AUTHORITY LIVE"))
        .Select(r => r.Body!.ToJsonString()));

    /// <summary>As JSON, but for the digests of attempts, which the record does not keep.</summary>
    public static string Plain(Handoff state)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToNode(state, HandoffJson.Options)!.AsObject();
        json["mismatches"] = json["mismatches"]?.AsArray().Count;
        return json.ToJsonString();
    }
}
