using System.Text.Json.Nodes;

namespace TeamsStandIn.Clients;

/// <summary>What came of something a person did: the bot's answer as their client understands it.</summary>
/// <param name="Status">HTTP status; 504 when the bot took too long, 0 when nothing was sent or it was lost.</param>
/// <param name="Body">The body, when there is one and it is JSON.</param>
internal sealed record BotAnswer(int Status, JsonNode? Body = null)
{
    /// <summary>Why the client did not send it at all: a required input is empty, too long, or of the wrong form.</summary>
    public IReadOnlyList<string> InputErrors { get; init; } = [];

    /// <summary>Whether it went to the bot and an answer came.</summary>
    public bool Reached => Status is not 0;

    /// <summary>The outcome in the body of an <c>adaptiveCard/action</c> answer; absent counts as 200.</summary>
    public int StatusCode => Part("statusCode") is JsonValue v && v.TryGetValue<int>(out var code) ? code : 200;

    public string? Type => Part("type") is JsonValue v && v.TryGetValue<string>(out var type) ? type : null;

    /// <summary>The card the person is shown now, on that message, alone.</summary>
    public JsonObject? Card => Type is "application/vnd.microsoft.card.adaptive" ? Part("value") as JsonObject : null;

    /// <summary>The sentence shown for a moment: a message, or the message of an error.</summary>
    public string? Message => Type switch
    {
        "application/vnd.microsoft.activity.message" => (string?)Part("value"),
        "application/vnd.microsoft.error" => (string?)Part("value")?["message"],
        _ => null,
    };

    /// <summary>The client shows "Something went wrong": a status other than 200, or a body it does not know.</summary>
    public bool WentWrong => Reached && (Status is not 200 || (Card is null && Message is null && Dialog is null && TaskMessage is null && Body is not null));

    /// <summary>The dialog a task or extension answer opens or keeps open.</summary>
    public Dialog? Dialog { get; init; }

    /// <summary>The closing sentence of a dialog, or of a message extension.</summary>
    public string? TaskMessage => (string?)(Part("task")?["type"]) is "message" ? (string?)Part("task")?["value"]
        : (string?)(Part("composeExtension")?["type"]) is "message" ? (string?)Part("composeExtension")?["text"] : null;

    /// <summary>Lines of text of whatever is shown.</summary>
    public string Text => (Card ?? Dialog?.Card) is { } card ? Transcripts.CardText.Render(card) : Message ?? TaskMessage ?? "";

    public static BotAnswer NotSent(IReadOnlyList<string> errors) => new(0) { InputErrors = errors };

    private JsonNode? Part(string name) => (Body as JsonObject)?[name];
}

/// <summary>An open dialog (task module).</summary>
/// <param name="CommandId">The message extension command it belongs to; null when a card opened it.</param>
internal sealed record Dialog(string? Title, JsonObject Card, string ConversationId, string? CommandId)
{
    /// <summary>The dialog a body asks for; null when it closes, says a message, or is no dialog answer.</summary>
    public static Dialog? From(JsonNode? body, string conversationId, string? commandId) =>
        (body as JsonObject)?["task"] is JsonObject task && (string?)task["type"] is "continue"
            && task["value"] is JsonObject value && (value["card"] as JsonObject)?["content"] is JsonObject card
                ? new((string?)value["title"], card, conversationId, commandId)
                : null;
}
