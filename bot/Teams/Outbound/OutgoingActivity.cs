using System.Text.Json.Nodes;

namespace VstrsBot.Teams.Outbound;

/// <summary>
/// A message the bot posts or puts: text, or a card. Never both: Teams splits text with a card into two messages and may answer no usable id.
/// </summary>
/// <remarks>Source: Teams, "Conversation messages".</remarks>
internal abstract record OutgoingActivity
{
    private OutgoingActivity()
    {
    }

    /// <summary>The activity as Teams wants it.</summary>
    public abstract JsonObject ToJson();

    /// <summary>What is said stays out of logs, whoever logs it.</summary>
    public sealed override string ToString() => nameof(OutgoingActivity);

    /// <summary>A message of words. Who is to be alerted by name is mentioned on a card.</summary>
    /// <param name="Text">What it says, names in it and all: read by Teams as it is.</param>
    internal sealed record Words(string Text) : OutgoingActivity
    {
        /// <summary>Raise a toast and a feed entry, where the person's own settings let it.</summary>
        public bool Alert { get; init; }

        /// <summary>What the toast and the feed say, or null for the text itself.</summary>
        public string? Summary { get; init; }

        /// <inheritdoc/>
        public override JsonObject ToJson()
        {
            var activity = Message(Summary, Alert);
            activity["textFormat"] = "plain"; // without it Teams reads Markdown
            activity["text"] = PlainWords.Of(Text);
            return activity;
        }
    }

    /// <summary>A message that is one Adaptive Card.</summary>
    /// <param name="Content">The card.</param>
    /// <param name="Summary">What the toast, the feed and search say: meaningful, and nothing about a customer. Without it they say "Sent a card".</param>
    internal sealed record Card(JsonNode Content, string Summary) : OutgoingActivity
    {
        /// <summary>Raise a toast and a feed entry. Only a new message does; an update never notifies.</summary>
        public bool Alert { get; init; }

        /// <inheritdoc/>
        public override JsonObject ToJson()
        {
            var activity = Message(Summary, Alert);
            activity["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = Content.DeepClone(),
            });
            return activity;
        }
    }

    private static JsonObject Message(string? summary, bool alert)
    {
        var activity = new JsonObject { ["type"] = "message" };
        if (summary is not null) activity["summary"] = PlainWords.Of(summary);
        if (alert) activity["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } };
        return activity;
    }
}
