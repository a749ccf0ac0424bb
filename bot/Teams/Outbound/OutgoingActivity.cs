using System.Security;
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

    /// <summary>A message of words.</summary>
    /// <param name="Text">What it says; holds the <see cref="MessageMention.Tag"/> of each mention.</param>
    internal sealed record Words(string Text) : OutgoingActivity
    {
        /// <summary>Raise a toast and a feed entry, where the person's own settings let it.</summary>
        public bool Alert { get; init; }

        /// <summary>What the toast and the feed say, or null for the text itself.</summary>
        public string? Summary { get; init; }

        /// <summary>Who is mentioned in the text.</summary>
        /// <exception cref="ArgumentException">A mention's tag does not stand in the text, so Teams would refuse or drop it.</exception>
        public IReadOnlyList<MessageMention> Mentions
        {
            get;
            init => field = value.All(mention => Text.Contains(mention.Tag, StringComparison.Ordinal))
                ? value
                : throw new ArgumentException("A mention must stand in the text by its tag.", nameof(value));
        } = [];

        /// <inheritdoc/>
        public override JsonObject ToJson()
        {
            var activity = Message(Summary, Alert);
            activity["text"] = Text;
            if (Mentions.Count > 0) activity["entities"] = new JsonArray([.. Mentions.Select(mention => mention.ToJson())]);
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
        if (summary is not null) activity["summary"] = summary;
        if (alert) activity["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } };
        return activity;
    }
}

/// <summary>A person mentioned in a message.</summary>
/// <param name="Id">Their MRI, 29:….</param>
/// <param name="Name">The name shown; angle brackets are left out of it.</param>
internal sealed record MessageMention(string Id, string Name)
{
    private readonly string _shown = Name.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);

    /// <summary>What stands for the person in the message's text, to the character.</summary>
    public string Tag => $"<at>{SecurityElement.Escape(_shown)}</at>";

    internal JsonObject ToJson() => new()
    {
        ["type"] = "mention",
        ["text"] = Tag,
        ["mentioned"] = new JsonObject { ["id"] = Id, ["name"] = _shown },
    };
}
