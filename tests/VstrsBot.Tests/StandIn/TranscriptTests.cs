using System.Text.Json.Nodes;
using TeamsStandIn.Transcripts;
using Xunit;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>What is kept of the traffic, and how a view reads.</summary>
public sealed class TranscriptTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_and_delivery_is_kept_in_order_with_its_answer()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        await desk.Teams.As("Tom Reed").SayAsync("hello", Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        var sent = await desk.Connector.SendAsync(chat, Cards.Text("one"), Ct);
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        await desk.Connector.UpdateAsync(chat, sent.Id, Cards.Text("two"), Ct);

        var transcript = desk.Teams.Transcript;
        Assert.Equal([typeof(Delivery), typeof(BotRequest), typeof(BotRequest), typeof(BotRequest)], transcript.Entries.Select(e => e.GetType()));
        Assert.Equal([1, 2, 3, 4], transcript.Entries.Select(e => e.Number));
        Assert.Equal([200, 201, 201, 200], transcript.Entries.Select(e => e.Status!.Value));
        var update = Assert.Single(transcript.Updates);
        Assert.Equal(("PUT", chat, sent.Id, "Tom Reed", TimeSpan.FromSeconds(5)), (update.Method, update.Conversation, update.ActivityId, update.Person, update.At - transcript.Sends[0].At));
        Assert.Equal("two", (string?)update.Body!["text"]);
    }

    [Fact]
    public async Task A_text_is_found_wherever_it_went_whatever_the_escapes()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        var chat = await desk.ChatAsync("Tom Reed", Ct);
        await desk.Connector.SendAsync(chat, Cards.Message(Cards.Saying("Siân O'Brien & <co>", Cards.Buttons(Cards.Execute("Show", "show", new JsonObject { ["secret"] = "QQ123456C" })))), Ct);
        desk.Bot.Answer = (_, _) => Task.FromResult<JsonNode?>(Cards.Answer(Cards.Saying("told to Tom alone")));
        await desk.Teams.As("Tom Reed").PressAsync(desk.Teams.As("Tom Reed").Chat[0], "Show", ct: Ct);

        var transcript = desk.Teams.Transcript;
        Assert.Single(transcript.InRequests("siân o'brien & <co>"));
        Assert.Single(transcript.InRequests("qq123456c"));
        Assert.Single(transcript.InAnswers("told to Tom alone"));
        Assert.Empty(transcript.InRequests("told to Tom alone"));
        Assert.True(transcript.Contains("adaptiveCard/action"));
        Assert.False(transcript.Contains("nothing of the kind"));
    }

    [Fact]
    public async Task A_view_reads_as_lines_of_text()
    {
        await using var desk = await Desk.OpenAsync(Ct);
        await desk.Connector.SendAsync(await desk.ChatAsync("Tom Reed", Ct), Cards.Message(Cards.Saying("Asking specialists", Cards.Buttons(Cards.Execute("Withdraw", "withdraw"))), "K7F3").Alerting(), Ct);

        Assert.Equal(
            """
            == Tom Reed
            (!) 10:40:00 K7F3
            -- Chat with the app
            10:40:00 the app
                Asking specialists
                [Withdraw]

            """,
            desk.Teams.PrintView("Tom Reed"));
    }

    [Fact]
    public void Each_element_of_a_card_reads_as_text()
    {
        var card = JsonNode.Parse("""
            { "type": "AdaptiveCard", "body": [
              { "type": "TextBlock", "text": "Since {{DATE(2026-11-23T10:45:00Z, SHORT)}} {{TIME(2026-11-23T10:45:00Z)}}, <at>Priya Shah</at>" },
              { "type": "RichTextBlock", "inlines": [ "AUTHORITY ", { "type": "TextRun", "text": "LIVE" } ] },
              { "type": "Container", "items": [ { "type": "FactSet", "facts": [ { "title": "Handoff", "value": "K7F3" } ] } ] },
              { "type": "ColumnSet", "columns": [ { "items": [ { "type": "TextBlock", "text": "left" } ] }, { "items": [ { "type": "TextBlock", "text": "right" } ] } ] },
              { "type": "Table", "rows": [ { "cells": [ { "items": [ { "type": "TextBlock", "text": "cell" } ] } ] } ] },
              { "type": "TextBlock", "text": "hidden", "isVisible": false },
              { "type": "Input.Text", "id": "sees", "label": "SEES ID you heard" },
              { "type": "Input.ChoiceSet", "id": "area", "label": "Specialism", "value": "1", "choices": [ { "title": "Court action", "value": "1" }, { "title": "Insolvency", "value": "2" } ] } ],
              "actions": [ { "type": "Action.Execute", "title": "Check" }, { "type": "Action.Execute", "title": "Give it back" } ] }
            """)!.AsObject();

        Assert.Equal(
            """
            Since 23 November 2026 10:45, @Priya Shah
            AUTHORITY LIVE
            Handoff: K7F3
            left
            right
            cell
            [SEES ID you heard]
            [Specialism: Court action / Insolvency] = 1
            [Check] [Give it back]
            """,
            CardText.Render(card));
    }
}
