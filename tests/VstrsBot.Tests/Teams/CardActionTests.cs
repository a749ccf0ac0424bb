using System.Text.Json;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

public sealed class CardActionTests
{
    [Fact]
    public void A_press_has_a_verb_and_its_data_as_text()
    {
        var action = Read("adaptiveCard/action", """
            {"action":{"type":"Action.Execute","verb":"sees","data":{"handoff":"K7F3","typed":"AB 12","times":3,"yes":true,"no":false,"big":1e3,"none":null,"list":[1],"msteams":{"type":"x"}}},"trigger":"manual"}
            """);

        Assert.Equal("sees", action.Verb);
        Assert.False(action.IsAutomatic);
        Assert.Equal(["handoff=K7F3", "typed=AB 12", "times=3", "yes=true", "no=false", "big=1e3"], action.Data.Select(field => $"{field.Key}={field.Value}"));
        Assert.Equal("K7F3", action["handoff"]);
        Assert.Null(action["none"]);
    }

    [Theory]
    [InlineData("\"automatic\"", true)]
    [InlineData("\"manual\"", false)]
    [InlineData("null", false)]
    [InlineData("7", false)]
    public void Only_a_refresh_the_client_made_is_automatic(string trigger, bool automatic) =>
        Assert.Equal(automatic, Read("adaptiveCard/action", $$"""{"action":{"verb":"view","data":{} },"trigger":{{trigger}}}""").IsAutomatic);

    [Fact]
    public void A_press_without_trigger_or_data_is_still_one()
    {
        var action = Read("adaptiveCard/action", """{"action":{"verb":"view"}}""");

        Assert.False(action.IsAutomatic);
        Assert.Empty(action.Data);
        Assert.Empty(Read("adaptiveCard/action", """{"action":{"verb":"view","data":null}}""").Data);
    }

    [Fact]
    public void An_input_called_verb_does_not_change_what_was_pressed() =>
        Assert.Equal("view", Read("adaptiveCard/action", """{"action":{"verb":"view","data":{"verb":"end"}}}""").Verb);

    [Fact]
    public void A_submit_comes_as_a_message_with_its_verb_in_the_data()
    {
        var activity = new Activity { Type = "message", Value = Json("""{"verb":"end","handoff":"K7F3"}""") };

        Assert.True(CardAction.TryRead(activity, out var action, out _));
        Assert.Equal("end", action.Verb);
        Assert.Equal("K7F3", action["handoff"]);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("composeExtension/submitAction")]
    public void A_dialog_has_its_verb_in_the_data(string name) =>
        Assert.Equal("form", Read(name, """{"commandId":"handoff","data":{"verb":"form","draft":"d1"},"context":{"theme":"default"}}""").Verb);

    [Fact]
    public void A_message_extension_without_data_is_known_by_its_command() =>
        Assert.Equal("handoff", Read("composeExtension/fetchTask", """{"commandId":"handoff","commandContext":"compose"}""").Verb);

    [Theory]
    [InlineData("adaptiveCard/action", null, nameof(CardActionFault.NoValue))]
    [InlineData("adaptiveCard/action", "[]", nameof(CardActionFault.NoValue))]
    [InlineData("adaptiveCard/action", "\"text\"", nameof(CardActionFault.NoValue))]
    [InlineData("adaptiveCard/action", "{}", nameof(CardActionFault.NoAction))]
    [InlineData("adaptiveCard/action", "{\"action\":null}", nameof(CardActionFault.NoAction))]
    [InlineData("adaptiveCard/action", "{\"action\":[]}", nameof(CardActionFault.NoAction))]
    [InlineData("adaptiveCard/action", "{\"action\":{\"verb\":\"view\",\"data\":[]}}", nameof(CardActionFault.DataIsNoObject))]
    [InlineData("adaptiveCard/action", "{\"action\":{\"verb\":\"view\",\"data\":\"x\"}}", nameof(CardActionFault.DataIsNoObject))]
    [InlineData("adaptiveCard/action", "{\"action\":{\"data\":{}}}", nameof(CardActionFault.NoVerb))]
    [InlineData("adaptiveCard/action", "{\"action\":{\"verb\":\"\",\"data\":{}}}", nameof(CardActionFault.NoVerb))]
    [InlineData("adaptiveCard/action", "{\"action\":{\"verb\":7,\"data\":{\"verb\":\"end\"}}}", nameof(CardActionFault.NoVerb))]
    [InlineData("task/submit", "{\"data\":\"x\"}", nameof(CardActionFault.DataIsNoObject))]
    [InlineData("task/submit", "{}", nameof(CardActionFault.NoVerb))]
    public void What_is_no_press_is_a_fault_with_a_name(string name, string? value, string fault)
    {
        var activity = new Activity { Type = "invoke", Name = name, Value = value is null ? null : Json(value) };

        Assert.False(CardAction.TryRead(activity, out var action, out var found));
        Assert.Null(action);
        Assert.Equal(fault, found.ToString());
    }

    [Fact]
    public void Ten_thousand_characters_are_read_as_they_came()
    {
        var typed = new string('x', 10_000);
        Assert.Equal(typed, Read("task/submit", $$"""{"data":{"verb":"post","issue":"{{typed}}"} }""")["issue"]);
    }

    private static CardAction Read(string name, string value)
    {
        Assert.True(CardAction.TryRead(new Activity { Type = "invoke", Name = name, Value = Json(value) }, out var action, out _));
        return action;
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
