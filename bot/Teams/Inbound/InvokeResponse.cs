using System.Text.Json.Nodes;

namespace VstrsBot.Teams.Inbound;

/// <summary>
/// The answer to an invoke: HTTP status and JSON body, or none. An answer to adaptiveCard/action is HTTP 200 always; how it went
/// stands in the body's statusCode, or the client shows "Something went wrong".
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, or null for an empty one.</param>
internal sealed record InvokeResponse(int Status, JsonNode? Body = null)
{
    private const string CardContent = "application/vnd.microsoft.card.adaptive";

    /// <summary>What is shown in words: the sentence of a message or an error; of a card with faults, the faults.</summary>
    public string? Words { get => field ?? SaidIn(Body); init; }

    /// <summary>The surface whose card says that authority is live; null when it says no such thing.</summary>
    public string? AuthorityOn { get; init; }

    /// <summary>The card of an answer to adaptiveCard/action, or null.</summary>
    public JsonNode? ShownCard => Body is JsonObject body && (string?)body["type"] == CardContent ? body["value"] : null;

    /// <summary>200 and no body: what every activity that is no invoke gets; closes a dialog.</summary>
    public static InvokeResponse Empty { get; } = new(StatusCodes.Status200OK);

    /// <summary>501: an invoke whose name the bot does not know.</summary>
    public static InvokeResponse NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);

    /// <summary>500 and no body: a fault of ours on an invoke other than adaptiveCard/action.</summary>
    public static InvokeResponse Failed { get; } = new(StatusCodes.Status500InternalServerError);

    /// <summary>adaptiveCard/action: the card replaces the view of whoever pressed, and nobody else's.</summary>
    public static InvokeResponse Card(JsonNode card) => Outcome(200, CardContent, Free(card));

    /// <summary>adaptiveCard/action: a sentence shown for a moment to whoever pressed.</summary>
    public static InvokeResponse Message(string text) => Outcome(200, "application/vnd.microsoft.activity.message", PlainWords.Of(text));

    /// <summary>adaptiveCard/action: an error in the body, still HTTP 200.</summary>
    /// <param name="code">For example BadRequest or ServiceError.</param>
    /// <param name="message">Shown to whoever pressed.</param>
    /// <param name="statusCode">400 what was sent is wrong, 500 a fault of ours.</param>
    public static InvokeResponse Error(string code, string message, int statusCode = 400) =>
        Outcome(statusCode, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = PlainWords.Of(message) });

    /// <summary>task/* and composeExtension/*: opens the dialog, or keeps it open, with this card.</summary>
    /// <param name="title">The dialog's title.</param>
    /// <param name="card">The Adaptive Card.</param>
    /// <param name="size">small, medium or large; both width and height. Phones show it full screen.</param>
    public static InvokeResponse TaskCard(string title, JsonNode card, string size = "medium") => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["width"] = size,
        ["height"] = size,
        ["card"] = new JsonObject { ["contentType"] = CardContent, ["content"] = Free(card) },
    });

    /// <summary>task/* and composeExtension/*: closes the dialog's form and shows a text.</summary>
    public static InvokeResponse TaskMessage(string text) => Task("message", PlainWords.Of(text));

    /// <summary>What is answered stays out of logs, whoever logs it.</summary>
    public override string ToString() => $"{nameof(InvokeResponse)} {Status}";

    /// <summary>The body in UTF-8, or null for none.</summary>
    public byte[]? ToUtf8() => Body is null ? null : WireJson.ToUtf8(Body);

    private static string? SaidIn(JsonNode? body) => (body as JsonObject)?["value"] switch
    {
        JsonValue words => words.GetValue<string>(),
        JsonObject error => (string?)error["message"],
        _ => null,
    };

    private static InvokeResponse Outcome(int statusCode, string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new JsonObject { ["statusCode"] = statusCode, ["type"] = type, ["value"] = value });

    private static InvokeResponse Task(string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });

    // A JSON node has one parent: a card that already stands somewhere is copied.
    private static JsonNode Free(JsonNode card) => card.Parent is null ? card : card.DeepClone();
}
