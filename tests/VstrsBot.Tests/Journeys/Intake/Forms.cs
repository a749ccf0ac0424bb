using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Forms;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>Reads forms as a client has them.</summary>
internal static class Forms
{
    private const string FindSomeone = "Find someone";

    public static IReadOnlyList<JsonObject> Inputs(this SeenMessage message) => [.. CardReading.InputsOf(message.Card)];

    public static JsonObject Input(this JsonObject card, string id) => CardReading.InputsOf(card).Single(input => (string?)input["id"] == id);

    public static IEnumerable<string?> Ids(this IEnumerable<JsonObject> inputs) => inputs.Select(input => (string?)input["id"]);

    public static IEnumerable<string?> Choices(this JsonObject input) => input["choices"]!.AsArray().Select(choice => (string?)choice!["title"]);

    /// <summary>What the specialist can read, as it is stored.</summary>
    public static Task<HandoffDetails?> StoredDetailsAsync(this Desk desk, string number) =>
        desk.Parts.GetRequiredService<WorkingData>().FindAsync<HandoffDetails>(HandoffId.Parse(number), CancellationToken.None);

    /// <summary>The newest part 1 in the adviser's chat, asked for with "handoff".</summary>
    public static async Task<SeenMessage> FormAsync(this PersonClient adviser)
    {
        await adviser.SayAsync("handoff");
        return adviser.Newest(FindSomeone);
    }

    /// <summary>The same where limits or faults of Teams may hold it back, for up to a minute.</summary>
    /// <param name="second">Lets a second pass for the bot.</param>
    public static async Task<SeenMessage> FormAsync(this PersonClient adviser, Func<Task> second)
    {
        var answer = await adviser.SayAsync("handoff");
        for (var waited = 0; waited < 60 && !HasForm(adviser); waited++)
            await second();
        Assert.True(HasForm(adviser), $"No form came: {answer.Status} {answer.Text}");
        return adviser.Newest(FindSomeone);
    }

    private static bool HasForm(PersonClient adviser) => adviser.Chat.Any(message => message.Buttons.Contains(FindSomeone));
}
