using System.Globalization;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using VstrsBot.Cards;
using VstrsBot.Record;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys.Replicas;

/// <summary>AU1: a day of two bots on one store, counted: every committed step, every send with its result and every idle press has exactly one line.</summary>
public sealed class AU1_TwoBotsWriteOneRecordTests
{
    private static readonly string[] Whole = ["HandoffPosted", "SpecialistsAsked", "DetailsSent", "SpecialistClaimed", "SeesIdConfirmed", "CallTaken", "HandoffEnded"];

    [Fact]
    public Task Every_step_every_send_and_every_idle_press_of_a_day_has_one_line() => Desk.PlayAsync(
        store: StoreKind.Tables, bots: 2, also: [new Extra("Ola Dean", Role: null)], journey: async desk =>
        {
            var (faults, pressed) = (desk.Teams.Faults, new List<string>());
            faults.Next(Op.Send, Fault.Throttle(TimeSpan.FromSeconds(1))).For("Priya Shah").Times(2);
            faults.Next(Op.Update, Fault.Status(503)).Times(3);
            var first = await desk.LiveAsync();
            foreach (var (who, verb, says) in new[] { (desk.Amir, Verbs.EndCall, "PressRefused EndCall NotTheClaimant"), (desk.Priya, Verbs.Accept, "PressLate Claim "), (desk.Tom, Verbs.CheckNow, "PressRefused checkNow NotForYou") })
                await PressAsync(who, verb, first, says);
            faults.Next(Op.Update, Fault.Status(412)).For("Tom Reed");
            await desk.StepAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5));
            await desk.EndAsync();
            await PressAsync(desk.Tom, Verbs.EndCall, first, "PressLate EndCall ");

            var second = await desk.LiveAsync();
            faults.Next(Op.Send, Fault.Status(403)).For("Leah Brooks");
            await desk.Leah.SayAsync("help");
            faults.Next(Op.Send, Fault.Status(500)).For("Amir Khan");
            await desk.Amir.SayAsync("help");
            await desk.Amir.SayAsync("help");
            await desk.EndAsync();
            await desk.StepAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5));

            foreach (var bot in desk.Replicas)
            {
                var before = await DayAsync();
                desk.ListenTo(bot);
                await PressAsync(desk.Teams.As("Ola Dean"), Verbs.Accept, second, "PressRefused accept NotOnTheRegister");
                await bot.RecordWhatWaitsAsync();
                Assert.Equal(before + 1, await DayAsync()); // each bot wrote to the day's chain
            }

            var lines = await Aftermath.RecordAsync(desk);
            foreach (var (number, more) in new (string, string[])[] { (first, ["AfterEndReminded"]), (second, []) }) // Tom says something once the first is over
            {
                var steps = lines.Where(line => line.Chain == number && RecordedEvent.Of(line) is not null).Select(line => line.Kind).ToList();
                Assert.Equal(HandoffJson.Read<Snapshot>((await desk.Store.FindAsync($"h|{number}", CancellationToken.None))!).Version, steps.Count);
                Assert.Equal([.. Whole, .. more], steps.Where(kind => kind != "LeaseRenewed"));
            }

            var sends = lines.Where(line => line.Kind == SendLine.Kind && line.Facts["outcome"] != nameof(SendOutcome.NotAsked)).ToList();
            Assert.DoesNotContain(sends, line => line.Facts.ContainsKey(LaterLines.Times));
            var asked = desk.Teams.Transcript.Requests.Where(r => (r.Op & Op.Write) != Op.None).ToList();
            Assert.Equal(
                asked.Select(r => Told(r.At, r.Op == Op.Update, r.Status is >= 200 and < 300 ? "Sent" : r.Status!.Value.ToString(CultureInfo.InvariantCulture))).Order(StringComparer.Ordinal),
                sends.Select(line => Told(line.At, line.Facts["how"] == "Update", line.Facts.GetValueOrDefault("status", line.Facts["outcome"]))).Order(StringComparer.Ordinal));
            Assert.Superset(new HashSet<int?> { 200, 201, 403, 412, 429, 500, 503 }, asked.Select(r => r.Status).ToHashSet());
            Assert.Equal(pressed, lines.Where(line => line.Kind is PressLines.Refused or PressLines.Late).OrderBy(line => line.At).ThenBy(line => line.Chain == first ? line.Seq : 0)
                .Select(line => $"{line.By} {line.Kind} {line.Facts["what"]} {line.Facts.GetValueOrDefault("why")}"));

            async Task PressAsync(PersonClient who, string verb, string number, string says)
            {
                await who.RawPressAsync(verb, Steps.Press(number, Surfaces.Authority));
                pressed.Add($"{who.Person.ObjectId}@{who.Person.TenantId} {says}");
                await desk.RecordWhatWaitsAsync();
            }

            async Task<long> DayAsync() =>
                RecordHead.Find((await desk.Store.FindAsync(RecordKeys.HeadOf(RecordKeys.DayOf(desk.Time.GetUtcNow())), CancellationToken.None))!.Value)!.Seq;
        });

    private static string Told(DateTimeOffset at, bool isUpdate, string result) => $"{at:HH:mm:ss} {(isUpdate ? "an update" : "a message")}: {result}";
}
