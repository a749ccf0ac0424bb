using System.Globalization;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using VstrsBot.Cards;
using VstrsBot.Record;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>AU1: every change, check, refused or late press, and every send with its result, is a line with time, actor and number.</summary>
public sealed class AU1_EveryActHasItsLineTests
{
    [Fact]
    public Task A_press_that_changed_nothing_has_its_line() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.LiveAsync();
            var at = desk.Time.GetUtcNow();
            foreach (var (who, verb) in new[] { (desk.Amir, Verbs.EndCall), (desk.Amir, Verbs.Accept), (desk.Priya, Verbs.Accept), (desk.Priya, Verbs.SendDetails), (desk.Tom, Verbs.CheckNow) })
                await who.RawPressAsync(verb, Steps.Press(number, Surfaces.Authority));
            await desk.EndAsync();
            var later = desk.Time.GetUtcNow();
            await desk.Tom.RawPressAsync(Verbs.EndCall, Steps.Press(number, Surfaces.Adviser));

            Assert.Equal(
                [
                    Line(at, desk.Amir, PressLines.Refused, "EndCall", "NotTheClaimant"), Line(at, desk.Amir, PressLines.Refused, "Claim", "AcceptedBy"),
                    Line(at, desk.Priya, PressLines.Late, "Claim", null), Line(at, desk.Priya, PressLines.Refused, "sendDetails", "NotForYou"),
                    Line(at, desk.Tom, PressLines.Refused, "checkNow", "NotForYou"), Line(later, desk.Tom, PressLines.Late, "EndCall", null),
                ],
                (await Aftermath.RecordOfAsync(desk, number)).Where(IsPress).Select(Line));
        });

    [Fact]
    public Task Whoever_is_not_on_the_register_leaves_a_line_of_the_day() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.PostAsync();
            var ola = desk.Teams.As("Ola Dean");
            await ola.RawPressAsync(Verbs.Accept, Steps.Press(number, Surfaces.Ping));
            await ola.RawPressAsync("no such verb", Steps.Press(number, Surfaces.Ping));
            Assert.Equal([Line(desk.Time.GetUtcNow(), ola, PressLines.Refused, "accept", "NotOnTheRegister") with { Chain = "2026-11-23", Name = null }],
                (await Aftermath.RecordAsync(desk)).Where(IsPress).Select(Line));
        },
        also: [new Extra("Ola Dean", Role: null)]);

    [Fact]
    public Task Nobody_can_fill_the_record() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        for (var n = 0; n < 60; n++)
            await desk.Amir.RawPressAsync(Verbs.EndCall, Steps.Press(number, Surfaces.Authority));
        var lines = (await Aftermath.RecordOfAsync(desk, number)).Where(IsPress).ToList();
        Assert.Equal(LineAllowance.AtOnce + 1, lines.Count);
        Assert.Equal(60, lines.Sum(line => int.Parse(line.Facts.GetValueOrDefault(LaterLines.Times, "1"), CultureInfo.InvariantCulture)));
    });

    [Fact]
    public Task Sends_are_counted_against_what_Teams_was_asked() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        desk.Teams.Faults.Next(Op.Update, Fault.Status(503)).Times(2);
        desk.Teams.Faults.Next(Op.Send, Fault.Throttle(TimeSpan.FromSeconds(1))).Times(2);
        await desk.StepAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5));
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));

        var asked = desk.Teams.Transcript.Requests.Where(r => (r.Op & Op.Write) != Op.None).ToList();
        var lines = (await Aftermath.RecordAsync(desk)).Where(line => line.Kind == SendLine.Kind).ToList();
        Assert.Equal(
            asked.GroupBy(r => r.Status is >= 200 and < 300 ? "Sent" : r.Status!.Value.ToString(CultureInfo.InvariantCulture)).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal),
            lines.GroupBy(line => line.Facts.GetValueOrDefault("status", line.Facts["outcome"])).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal));
        Assert.Contains(lines, line => line.Chain == number && line.Facts["what"] == "Channel" && line.Facts.ContainsKey("until"));
    });

    private static bool IsPress(RecordLine line) => line.Kind is PressLines.Refused or PressLines.Late;

    private static Pressed Line(DateTimeOffset at, PersonClient by, string kind, string what, string? why) =>
        new(null, at, $"{by.Person.ObjectId}@{by.Person.TenantId}", by.Person.Name, kind, what, why);

    private static Pressed Line(RecordLine line) =>
        new(line.Chain.Contains('-', StringComparison.Ordinal) ? line.Chain : null, line.At, line.By!, line.Name, line.Kind, line.Facts["what"], line.Facts.GetValueOrDefault("why"));

    private sealed record Pressed(string? Chain, DateTimeOffset At, string By, string? Name, string Kind, string What, string? Why);
}
