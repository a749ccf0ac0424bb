using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Addresses;
using VstrsBot.Cards;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Journeys.Boundary;

/// <summary>PR5: guests, other tenants, people without an object id and other channels are refused; nothing is sent or written.</summary>
public sealed class PR5_OutsidersTests
{
    private const string OtherTenant = "bbbbbbbb-1111-4222-8333-444444444444";

    /// <summary>What makes an activity of the specialist's one that is not let in.</summary>
    private static readonly Dictionary<string, Action<JsonObject>> Outsiders = new(StringComparer.Ordinal)
    {
        ["another tenant"] = activity =>
        {
            activity["conversation"]!["tenantId"] = OtherTenant;
            activity["channelData"]!["tenant"]!["id"] = OtherTenant;
        },
        ["no tenant"] = activity =>
        {
            activity["conversation"]!.AsObject().Remove("tenantId");
            activity.Remove("channelData");
        },
        ["tenants that disagree"] = activity => activity["channelData"]!["tenant"]!["id"] = OtherTenant,
        ["of another tenant in our conversation"] = activity => activity["from"]!["tenantId"] = OtherTenant,
        ["no object id"] = activity => activity["from"]!.AsObject().Remove("aadObjectId"),
        ["an object id that is no GUID"] = activity => activity["from"]!["aadObjectId"] = "priya.shah@dmb.example",
        ["a guest"] = activity => activity["from"]!["userRole"] = "guest",
        ["anonymous"] = activity => activity["from"]!["userRole"] = "anonymous",
        ["another bot"] = activity => activity["recipient"]!["id"] = "28:99999999-2222-4333-8444-555555555555",
    };

    public static TheoryData<string> Names => [.. Outsiders.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task No_verb_and_no_word_of_theirs_does_anything(string who) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var rows = await desk.Store.ReadAsync("", "~", int.MaxValue, Stop);
        foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)))
        {
            var value = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = new JsonObject { ["handoff"] = number, ["surface"] = "authority", ["seesId"] = Desk.Code } },
            };
            await RefusedAsync(desk, who, desk.Teams.Shapes.Invoke(desk.Priya.Person, desk.Teams.Tenant.ChatWith(desk.Priya.Person), "adaptiveCard/action", value));
        }

        foreach (var words in new[] { "handoff", $"end {number}", "on duty", "me", "use this channel" })
            await RefusedAsync(desk, who, desk.Teams.Shapes.Message(desk.Priya.Person, desk.Teams.Tenant.ChatWith(desk.Priya.Person), "1700000000001", words));

        var after = await desk.Store.ReadAsync("", "~", int.MaxValue, Stop); // not even an address is learned
        Assert.Equal(rows.Select(row => $"{row.Key} {row.Tag}"), after.Select(row => $"{row.Key} {row.Tag}"));
    });

    [Fact]
    public Task In_another_channel_only_a_leads_choice_of_it_counts() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var elsewhere = desk.Teams.Tenant.OtherChannelId;
        foreach (var person in new[] { desk.Tom, desk.Priya, desk.Leah })
        {
            foreach (var verb in CardLint.ConstantsOf(typeof(Verbs)))
            {
                var answer = await desk.ChangesNothingAsync(() => person.RawPressAsync(verb, new JsonObject { ["handoff"] = number, ["reason"] = "x", ["seesId"] = Desk.Code }, elsewhere));
                Assert.Equal("This desk works in another channel. Nothing was changed.", answer.Message);
            }
        }

        foreach (var person in new[] { desk.Priya, desk.Leah })
        {
            // The setting names the channel, and the setting wins.
            await person.SayInChannelAsync("use this channel", channel: elsewhere);
            await person.SayInChannelAsync($"end {number}", channel: elsewhere);
        }

        Assert.DoesNotContain(await desk.RecordedAsync(number), kind => kind == "HandoffEnded");
    });

    /// <summary>Where the settings name no channel, a lead chooses it by typing there, and nobody else; the choice is recorded.</summary>
    [Fact]
    public Task Only_a_lead_chooses_the_channel_of_a_desk_that_has_none() => Desk.PlayAsync(
        async desk =>
        {
            var channel = new DeskChannel(desk.Store, new ChannelSettings(), desk.Parts.GetRequiredService<TeamsSettings>(), desk.Parts.GetRequiredService<DayChain>(), desk.Time);
            var messages = ActivatorUtilities.CreateInstance<MessageHandler>(desk.Parts, channel);

            foreach (var name in new[] { "Tom Reed", "Priya Shah", "Grace Osei", "Noor Hassan" })
            {
                await messages.ElsewhereAsync(Choice(desk, name), Stop);
                Assert.Null(await channel.FindAsync(Stop));
            }

            await messages.ElsewhereAsync(Choice(desk, "Leah Brooks"), Stop);
            Assert.Equal(desk.Teams.Tenant.OtherChannelId, (await channel.FindAsync(Stop))?.ChannelId);
            var day = await desk.Store.ReadAsync("e|", "e}", int.MaxValue, Stop);
            Assert.Single(day, row => Encoding.UTF8.GetString(row.Value).Contains("ChannelChosen", StringComparison.Ordinal));
        },
        also: [new Extra("Grace Osei", "assurance", Areas: ""), new Extra("Noor Hassan", Role: null)]);

    private static Sender Choice(Desk desk, string name)
    {
        var tenant = desk.Teams.Tenant;
        var activity = desk.Teams.Shapes.Message(desk.Teams.As(name).Person, tenant.Find(tenant.OtherChannelId)!, "1700000000002", "use this channel");
        desk.Teams.Shapes.MentionBot(activity);
        var read = ActivityJson.TryRead(Encoding.UTF8.GetBytes(activity.ToJsonString()))!;
        return new Sender(new PersonId(read.Tenant!.Value, read.SenderObjectId!.Value), InChannel: true, read);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task RefusedAsync(Desk desk, string who, JsonObject activity)
    {
        Outsiders[who](activity);
        var requests = desk.Teams.Transcript.Requests.Count;

        var answer = await desk.Teams.DeliverAsync(activity, ct: Stop);

        Assert.Equal(403, answer.Status);
        Assert.Null(answer.Body);
        Assert.Equal(requests, desk.Teams.Transcript.Requests.Count);
    }
}
