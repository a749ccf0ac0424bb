using System.Text.Json.Nodes;

namespace TeamsStandIn.Connector;

/// <summary>What the connector says to one request.</summary>
/// <param name="Applied">The tenant was changed by it.</param>
internal sealed record Answer(int Status, JsonNode? Body = null, bool Applied = false, TimeSpan? RetryAfter = null)
{
    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Done(int status, JsonNode? body) => new(status, body, Applied: true);

    /// <summary>Teams' error body: <c>{"error":{"code","message"}}</c>.</summary>
    public static Answer Error(int status, string code, string message, TimeSpan? retryAfter = null) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, RetryAfter: retryAfter);

    public static Answer NoSuchConversation => Error(404, "ConversationNotFound", "Conversation not found.");

    public static Answer NoSuchActivity => Error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");

    public static Answer NotInRoster => Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static Answer BlockedByUser => Error(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");

    /// <summary>The error Teams gives with this status, when a fault asks for nothing more exact.</summary>
    public static Answer Usual(int status, string? code, TimeSpan? retryAfter) => Error(status, code ?? UsualCode(status), "The pretend Teams was told to fail here.", retryAfter);

    private static string UsualCode(int status) => status switch
    {
        400 => "BadArgument",
        401 => "BotNotRegistered",
        403 => "BotNotInConversationRoster",
        404 => "ConversationNotFound",
        412 => "PreconditionFailed",
        413 => "MessageSizeTooBig",
        429 => "Throttled",
        500 => "ServiceError",
        _ => "ServiceUnavailable",
    };
}
