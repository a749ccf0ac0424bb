using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using VstrsBot.Cards;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>PR1: customer details reach only the adviser who typed them and the verified specialist, in answers.</summary>
public sealed class PR1_CanariesTests
{
    private static readonly string[] Commands =
    [
        "handoff", "accept", "decline", "give back", "sees", "taken", "left", "end", "still", "check", "details", "note", "withdraw", "again", "fresh", "someone else",
        "not satisfied", "posted in error", "call back", "move", "drill", "use this channel", "on duty", "off duty", "rota", "live", "waiting", "me", "help",
    ];

    [Fact]
    public Task Through_a_whole_handoff_only_two_people_are_ever_answered_with_them() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        await desk.Priya.PressNewestAsync("Show details");
        await desk.Priya.PressNewestAsync("Check now");
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        await desk.EndAsync();
        await desk.Priya.PressNewestAsync("Show note");

        await NowhereAsync(desk);
        foreach (var canary in Typed.Canaries)
        {
            var shown = desk.Teams.Transcript.InAnswers(canary);
            Assert.All(shown, delivery => Assert.Contains(delivery.From, new[] { "Priya Shah", "Tom Reed" }));
            Assert.Contains(shown, delivery => delivery.From == "Priya Shah");
        }
    });

    [Fact]
    public Task The_specialist_is_shown_nothing_before_the_SEES_ID_matched() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync(Desk.WrongCode);
        foreach (var button in new[] { "Show details" })
        {
            var answer = await desk.ChangesNothingAsync(() => desk.Priya.PressNewestAsync(button));
            Assert.DoesNotContain(Typed.Canaries, canary => answer.Body!.ToJsonString().Contains(canary, StringComparison.Ordinal));
        }

        foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)).Where(verb => verb is Verbs.ShowDetails or Verbs.ShowNote or Verbs.CheckNow or Verbs.ChangeDetails or Verbs.FillIn or Verbs.Fresh or Verbs.View))
        {
            foreach (var surface in CardLint.ConstantsOf(typeof(Surfaces)))
                await desk.Priya.RawPressAsync(verb, new JsonObject { ["handoff"] = number, ["surface"] = surface, ["follows"] = number });
        }

        Assert.DoesNotContain(desk.Teams.Transcript.Deliveries.Where(d => d.From == "Priya Shah"), d => Typed.Canaries.Any(canary => Holds(d.Answer, canary)));
    });

    [Fact]
    public Task Nobody_else_is_shown_them_whatever_they_press_or_type() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.LiveAsync();
            foreach (var person in Others(desk))
            {
                foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)).Where(verb => verb is not Verbs.LeadEnd and not Verbs.EndCall and not Verbs.NotOn))
                {
                    foreach (var surface in CardLint.ConstantsOf(typeof(Surfaces)))
                        await person.RawPressAsync(verb, new JsonObject { ["handoff"] = number, ["surface"] = surface, ["follows"] = number });
                    await person.RawInvokeAsync("task/fetch", new JsonObject { ["data"] = new JsonObject { ["verb"] = verb, ["handoff"] = number, ["msteams"] = new JsonObject { ["type"] = "task/fetch" } } });
                }

                foreach (var command in Commands.Where(command => command != "end"))
                    await person.SayAsync($"{command} {number}");
            }

            await desk.SettleAsync();
            Assert.Equal(3, desk.Banners.Count);
            var names = Others(desk).Select(person => person.Person.Name).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(desk.Teams.Transcript.Deliveries.Where(d => names.Contains(d.From ?? "")), d => Typed.Canaries.Any(canary => Holds(d.Answer, canary)));
            await NowhereAsync(desk);
        },
        also: [new Extra("Ola Dean", Role: null), new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    [Fact]
    public Task Typed_after_any_command_by_anybody_they_are_kept_nowhere() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            foreach (var person in Others(desk).Append(desk.Priya).Append(desk.Tom))
            {
                foreach (var command in Commands)
                {
                    foreach (var canary in new[] { Typed.Customer, Typed.Reference })
                    {
                        await person.SayAsync($"{command} {number} {canary}");
                        await person.SayAsync($"{command} {canary}");
                    }
                }

                await person.SayInChannelAsync($"{Typed.Customer} {Typed.Reference}");
            }

            await desk.SettleAsync();
            await NowhereAsync(desk);
        },
        also: [new Extra("Ola Dean", Role: null), new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    [Fact]
    public Task A_reference_typed_in_chat_is_answered_with_delete_your_message() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        foreach (var words in new[] { Typed.Reference, $"It is {Typed.Reference}.", $"accept {number} {Typed.Reference}", $"handoff {Typed.Reference}" })
        {
            await desk.Tom.SayAsync(words);
            Assert.Equal("Delete your message. Put customer details only in the form.", desk.Tom.Chat.Last(message => message.IsFromBot && message.Plain is not null).Plain);
        }
    });

    [Fact]
    public Task Sent_with_any_button_in_any_field_they_are_kept_nowhere() => Desk.PlayAsync(
        async desk =>
        {
            var number = await desk.ClaimedAsync();
            foreach (var person in Others(desk).Append(desk.Priya).Append(desk.Tom))
            {
                foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)))
                {
                    await person.RawPressAsync(verb, Stuffed(number, Typed.Customer, except: InputIds.Reason));
                    await person.RawPressAsync(verb, Stuffed(number, Typed.Reference));
                    await person.RawInvokeAsync("task/submit", new JsonObject { ["data"] = Stuffed(number, Typed.Reference, verb: verb) });
                    await person.RawPressAsync($"{verb} {Typed.Customer}", Stuffed(Typed.Customer, Typed.Customer));
                }
            }

            await desk.SettleAsync();
            await NowhereAsync(desk);
        },
        also: [new Extra("Ola Dean", Role: null), new Extra("Nia Cole", "adviser", "", "NC 0001")]);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(412)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(0)]
    public Task With_Teams_at_fault_they_are_in_no_request_log_record_or_store(int status) => Desk.PlayAsync(async desk =>
    {
        await desk.ClaimedAsync();
        await desk.CheckAsync(Desk.Code);
        var sent = desk.Tom.Newest("Change details");
        desk.Teams.Faults.Next(Op.Write, status == 0 ? Fault.ApplyThenCut() : Fault.Status(status)).UntilCleared();
        await desk.Priya.PressNewestAsync("Show details");
        await desk.TakeAsync();
        await desk.StepAsync(TimeSpan.FromSeconds(70));
        await desk.Tom.PressAsync(sent, "Change details");
        await desk.Tom.SayAsync($"my customer {Typed.Customer} {Typed.Reference}");
        desk.Teams.Faults.Clear();
        await desk.StepAsync(TimeSpan.FromMinutes(1));
        await NowhereAsync(desk);
    });

    [Fact]
    public Task With_the_store_at_fault_they_are_in_no_request_and_no_log() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var form = desk.Tom.Newest("Send details");
        foreach (var off in new[] { true, false })
        {
            (desk.Store.Down, desk.Store.ReadOnly) = (off, !off);
            var answer = await desk.Tom.PressAsync(form, "Send details", Typed.Part2());
            Assert.Equal(200, answer.Status);
            Assert.DoesNotContain(Typed.Canaries, canary => answer.Body!.ToJsonString().Contains(canary, StringComparison.Ordinal));
            await desk.Tom.SayAsync($"accept {number} {Typed.Customer} {Typed.Reference}");
        }

        (desk.Store.Down, desk.Store.ReadOnly) = (false, false);
        await NowhereAsync(desk);
        Assert.Null(await desk.StoredDetailsAsync(number));
    });

    private static IEnumerable<PersonClient> Others(Desk desk) => [desk.Amir, desk.Leah, desk.Teams.As("Nia Cole"), desk.Teams.As("Ola Dean")];

    private static JsonObject Stuffed(string number, string canary, string? except = null, string? verb = null)
    {
        var data = new JsonObject { ["handoff"] = number, ["draft"] = canary.Replace(" ", "", StringComparison.Ordinal), ["surface"] = canary, ["follows"] = canary, ["until"] = canary, [canary] = canary };
        foreach (var input in CardLint.ConstantsOf(typeof(InputIds)).Where(input => input != except))
            data[input] = canary;
        if (verb is not null)
            data["verb"] = verb;
        return data;
    }

    private static bool Holds(JsonNode? answer, string canary) => answer?.ToJsonString().Contains(canary, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task NowhereAsync(Desk desk)
    {
        foreach (var canary in Typed.Canaries)
            await desk.AssertNowhereAsync(canary);
    }
}
