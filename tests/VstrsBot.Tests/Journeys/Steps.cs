using System.Text.Json.Nodes;
using TeamsStandIn.Clients;

namespace VstrsBot.Tests.Journeys;

/// <summary>The acts of the desk, each as a person does it: on the newest card that shows the button.</summary>
internal static class Steps
{
    /// <summary>The newest card in the person's own chat that shows the button.</summary>
    public static SeenMessage Newest(this PersonClient person, string button) =>
        person.Chat.LastOrDefault(message => message.Buttons.Contains(button))
        ?? throw new InvalidOperationException($"{person.Person.Name} sees no button \"{button}\":\n{person.PrintView()}");

    public static Task<BotAnswer> PressNewestAsync(this PersonClient person, string button, IReadOnlyDictionary<string, string>? typed = null) =>
        person.PressAsync(person.Newest(button), button, typed);

    /// <summary>A press as any client could forge it: a verb and data of the caller's choice.</summary>
    public static Task<BotAnswer> RawPressAsync(this PersonClient person, string verb, JsonNode? data, string? conversationId = null) =>
        person.RawInvokeAsync(
            "adaptiveCard/action",
            new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
            conversationId: conversationId);

    /// <summary>Part 1 of the form: posts a handoff and returns its number.</summary>
    public static async Task<string> PostAsync(this Desk desk, PersonClient? by = null, params (string Input, string Value)[] changed)
    {
        var adviser = by ?? desk.Tom;
        var before = await desk.NumbersAsync();
        await adviser.SayAsync("handoff");
        var answer = await adviser.PressNewestAsync("Find someone", Typed.Part1(changed));
        await desk.SettleAsync();
        return (await desk.NumbersAsync()).Except(before, StringComparer.Ordinal).SingleOrDefault()
            ?? throw new InvalidOperationException($"Nothing was posted: {answer.Text}");
    }

    public static async Task<BotAnswer> SendDetailsAsync(this Desk desk, PersonClient? by = null, params (string Input, string Value)[] changed)
    {
        var answer = await (by ?? desk.Tom).PressNewestAsync("Send details", Typed.Part2(changed));
        await desk.SettleAsync();
        return answer;
    }

    public static async Task<BotAnswer> AcceptAsync(this Desk desk, PersonClient? by = null)
    {
        var answer = await (by ?? desk.Priya).PressNewestAsync("Accept");
        await desk.SettleAsync();
        return answer;
    }

    public static async Task<BotAnswer> CheckAsync(this Desk desk, string code, PersonClient? by = null)
    {
        var answer = await (by ?? desk.Priya).PressNewestAsync("Check SEES ID", Typed.Code(code));
        await desk.SettleAsync();
        return answer;
    }

    public static async Task<BotAnswer> TakeAsync(this Desk desk, PersonClient? by = null)
    {
        var answer = await (by ?? desk.Priya).PressNewestAsync("I have taken the call");
        await desk.SettleAsync();
        return answer;
    }

    /// <summary>Presses, and nothing is sent yet.</summary>
    public static Task<BotAnswer> TakeQuietlyAsync(this Desk desk, PersonClient? by = null) => (by ?? desk.Priya).PressNewestAsync("I have taken the call");

    /// <summary>Part 1 of the form, and nothing is sent yet.</summary>
    public static async Task PostUnsentAsync(this Desk desk)
    {
        await desk.Tom.SayAsync("handoff");
        await desk.Tom.PressNewestAsync("Find someone", Typed.Part1());
    }

    public static async Task<BotAnswer> EndAsync(this Desk desk)
    {
        var answer = await desk.Tom.PressNewestAsync("The whole call has ended");
        await desk.SettleAsync();
        return answer;
    }

    /// <summary>Posted, details sent, accepted by Priya.</summary>
    public static async Task<string> ClaimedAsync(this Desk desk)
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        await desk.AcceptAsync();
        return number;
    }

    /// <summary>As far as the SEES ID confirmed.</summary>
    public static async Task<string> ConfirmedAsync(this Desk desk)
    {
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync(Desk.Code);
        return number;
    }

    /// <summary>As far as the call taken: three banners stand.</summary>
    public static async Task<string> LiveAsync(this Desk desk)
    {
        var number = await desk.ConfirmedAsync();
        await desk.TakeAsync();
        return number;
    }

    /// <summary>Posted by Tom, accepted by this specialist, checked; not yet taken.</summary>
    public static async Task<string> ConfirmedWithAsync(this Desk desk, PersonClient specialist)
    {
        var number = await desk.PostAsync();
        await desk.SendDetailsAsync();
        await specialist.SayAsync($"accept {number}");
        await desk.SettleAsync();
        await specialist.RawPressAsync("checkSeesId", Press(number, "authority", ("seesId", Desk.Code)));
        await desk.SettleAsync();
        return number;
    }

    public static async Task<string> LiveWithAsync(this Desk desk, PersonClient specialist)
    {
        var number = await desk.ConfirmedWithAsync(specialist);
        await specialist.RawPressAsync("takeCall", Press(number, "authority"));
        await desk.SettleAsync();
        return number;
    }

    /// <summary>What a button of that card sends.</summary>
    public static JsonObject Press(string number, string surface, params (string Input, string Value)[] typed)
    {
        var data = new JsonObject { ["handoff"] = number, ["surface"] = surface };
        foreach (var (input, value) in typed)
            data[input] = value;
        return data;
    }
}
