using System.Text.Json.Nodes;
using TeamsStandIn.Tenant;
using TeamsStandIn.Transcripts;

namespace TeamsStandIn.Clients;

/// <summary>What one person's Teams client shows and does.</summary>
internal sealed class PersonClient(StandIn teams, TeamsPerson person)
{
    private static readonly TimeSpan ViewIsOldAfter = TimeSpan.FromMinutes(1);

    public TeamsPerson Person => person;

    internal StandIn Teams => teams;

    /// <summary>The person's 1:1 chat with the bot, oldest first, as they see it now. Deleted messages are gone.</summary>
    public IReadOnlyList<SeenMessage> Chat => Seen(place => place.Person == person);

    /// <summary>The DMB channel with all its threads, oldest first.</summary>
    public IReadOnlyList<SeenMessage> Channel => In(teams.Tenant.DmbChannelId);

    public IReadOnlyList<Alert> Alerts => [.. teams.Tenant.Alerts.Where(a => a.Person == person.Name)];

    /// <summary>A channel's messages as the person sees them; none when they are not in the team.</summary>
    public IReadOnlyList<SeenMessage> In(string channelId) => Seen(place => place.ChannelId == channelId && person.InTeam);

    /// <summary>The message as the person sees it now.</summary>
    public SeenMessage Now(string messageId)
    {
        lock (teams.Tenant.Gate)
        {
            return SeenMessage.By(person, teams.Tenant.Message(messageId) ?? throw new ArgumentException($"No message {messageId}.", nameof(messageId)));
        }
    }

    /// <summary>Types a message in the 1:1 chat.</summary>
    public Task<BotAnswer> SayAsync(string text, CancellationToken ct = default)
    {
        var chat = teams.Tenant.ChatWith(person);
        var message = teams.Tenant.Add(chat, person.Name, new JsonObject { ["type"] = "message", ["text"] = text });
        return teams.DeliverAsync(teams.Shapes.Message(person, chat, message.Id, text), ct: ct);
    }

    /// <summary>Types a message in a channel. The bot receives it only when it is mentioned.</summary>
    /// <param name="thread">A thread's conversation id; null starts a new thread.</param>
    /// <param name="channel">A channel id; null is the DMB channel.</param>
    public async Task<BotAnswer> SayInChannelAsync(string text, bool mentionBot = true, string? thread = null, string? channel = null, CancellationToken ct = default)
    {
        var place = teams.Tenant.Find(thread ?? channel ?? teams.Tenant.DmbChannelId) ?? throw new ArgumentException("No such thread or channel.", nameof(thread));
        var message = teams.Tenant.Add(place, person.Name, new JsonObject { ["type"] = "message", ["text"] = text });
        if (!mentionBot || !teams.Tenant.BotInTeam) return new(0);
        var activity = teams.Shapes.Message(person, teams.Tenant.Find(message.ConversationId)!, message.Id, text);
        teams.Shapes.MentionBot(activity);
        return await teams.DeliverAsync(activity, ct: ct);
    }

    /// <summary>
    /// Presses an Action.Execute of the card as it stands in <paramref name="message"/> — an old copy if that is what it is —
    /// and keeps the card that comes back as this person's view.
    /// </summary>
    /// <param name="button">The button's title, or the action's verb.</param>
    /// <param name="inputs">What is typed or chosen, by input id; the rest keeps what the card holds.</param>
    public async Task<BotAnswer> PressAsync(SeenMessage message, string button, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken ct = default)
    {
        var card = CardOf(message);
        var action = CardReading.Button(card, button);
        if ((string?)action["type"] is not "Action.Execute") throw new InvalidOperationException($"\"{button}\" is an {(string?)action["type"]}, not an Action.Execute.");
        if (teams.Options.CheckInputs && CardReading.InputErrors(card, action, inputs) is { Count: > 0 } errors) return BotAnswer.NotSent(errors);
        return await ExecuteAsync(message, action, CardReading.Data(card, action, inputs), "manual", ct);
    }

    /// <summary>
    /// Presses as a client that does not know Action.Execute: its Submit fallback, or an Action.Submit itself.
    /// The <c>task/fetch</c> kind opens a dialog; any other is a message with a value and no text.
    /// </summary>
    public async Task<BotAnswer> PressAsSubmitAsync(SeenMessage message, string button, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken ct = default)
    {
        var card = CardOf(message);
        var action = CardReading.Button(card, button);
        var submit = (string?)action["type"] is "Action.Submit" ? action
            : action["fallback"] as JsonObject ?? throw new InvalidOperationException($"\"{button}\" has no Submit fallback.");
        if (teams.Options.CheckInputs && CardReading.InputErrors(card, submit, inputs) is { Count: > 0 } errors) return BotAnswer.NotSent(errors);
        var data = CardReading.Data(card, submit, inputs);
        if ((string?)(data as JsonObject)?["msteams"]?["type"] is "task/fetch") return await DialogAnswerAsync("task/fetch", TaskValue(data), PlaceOf(message), commandId: null, ct);

        var activity = teams.Shapes.Message(person, PlaceOf(message), teams.Shapes.NextEventId(), text: null);
        activity["value"] = data;
        activity["replyToId"] = message.Id;
        return await teams.DeliverAsync(activity, ct: ct);
    }

    /// <summary>Runs the card's refresh: by itself (<c>automatic</c>) or from the message menu (<c>manual</c>).</summary>
    public async Task<BotAnswer> RefreshAsync(SeenMessage message, bool byHand = false, CancellationToken ct = default)
    {
        var action = CardOf(message)["refresh"]?["action"] as JsonObject ?? throw new InvalidOperationException("This card has no refresh.");
        return await ExecuteAsync(message, action, action["data"]?.DeepClone(), byHand ? "manual" : "automatic", ct);
    }

    /// <summary>Opens the chat and channel: every card that lists this person and whose view is over a minute old refreshes.</summary>
    public async Task OpenAsync(CancellationToken ct = default)
    {
        foreach (var message in Chat.Concat(Channel).Where(m => Follows(m.Id))) await RefreshAsync(message, ct: ct);
    }

    /// <summary>Sends an invoke as given, from the person's chat unless a conversation is named.</summary>
    public Task<BotAnswer> RawInvokeAsync(string name, JsonNode? value, string? replyToId = null, string? conversationId = null, CancellationToken ct = default)
    {
        var place = conversationId is null ? teams.Tenant.ChatWith(person) : teams.Tenant.Find(conversationId) ?? throw new ArgumentException("No such conversation.", nameof(conversationId));
        return InvokeAsync(name, value?.DeepClone(), place, replyToId, ct);
    }

    /// <summary>Opens the dialog behind a card's button.</summary>
    public Task<BotAnswer> OpenDialogAsync(SeenMessage message, string button, CancellationToken ct = default) => PressAsSubmitAsync(message, button, ct: ct);

    /// <summary>Opens the message extension's dialog.</summary>
    /// <param name="commandId">The manifest's command id.</param>
    /// <param name="conversationId">Where it is opened; null is the person's chat with the bot.</param>
    public Task<BotAnswer> OpenExtensionAsync(string commandId, string? conversationId = null, string context = "compose", JsonObject? messagePayload = null, CancellationToken ct = default)
    {
        var place = conversationId is null ? teams.Tenant.ChatWith(person) : teams.Tenant.Find(conversationId) ?? throw new ArgumentException("No such conversation.", nameof(conversationId));
        return DialogAnswerAsync("composeExtension/fetchTask", ExtensionValue(commandId, data: null, context, messagePayload), place, commandId, ct);
    }

    /// <summary>Submits an open dialog with its Action.Submit of that title; null is its first.</summary>
    public async Task<BotAnswer> SubmitDialogAsync(Dialog dialog, IReadOnlyDictionary<string, string>? inputs = null, string? button = null, CancellationToken ct = default)
    {
        var action = button is null ? CardReading.ActionsOf(dialog.Card).First(a => (string?)a["type"] is "Action.Submit") : CardReading.Button(dialog.Card, button);
        if (teams.Options.CheckInputs && CardReading.InputErrors(dialog.Card, action, inputs) is { Count: > 0 } errors) return BotAnswer.NotSent(errors);
        var data = CardReading.Data(dialog.Card, action, inputs);
        var place = teams.Tenant.Find(dialog.ConversationId) ?? teams.Tenant.ChatWith(person);
        return dialog.CommandId is { } command
            ? await DialogAnswerAsync("composeExtension/submitAction", ExtensionValue(command, data, "compose", null), place, command, ct)
            : await DialogAnswerAsync("task/submit", TaskValue(data), place, commandId: null, ct);
    }

    /// <summary>What the person sees now, as text.</summary>
    public string PrintView() => ViewText.Of(this);

    /// <summary>Whether this client would refresh the message by itself now. Teams: up-to-date cards.</summary>
    internal bool Follows(string messageId)
    {
        lock (teams.Tenant.Gate)
        {
            if (teams.Tenant.Message(messageId) is not { DeletedAt: null } message) return false;
            var card = message.Views.GetValueOrDefault(person.Name)?.Card ?? message.BaseCard;
            return card?["refresh"]?["userIds"] is JsonArray ids && ids.Any(id => (string?)id == person.Mri)
                && teams.Time.GetUtcNow() - message.Refreshed.GetValueOrDefault(person.Name) > ViewIsOldAfter;
        }
    }

    private async Task<BotAnswer> ExecuteAsync(SeenMessage message, JsonObject action, JsonNode? data, string trigger, CancellationToken ct)
    {
        var value = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["id"] = (string?)action["id"], ["verb"] = (string?)action["verb"], ["data"] = data },
            ["trigger"] = trigger,
        };
        var answer = await InvokeAsync("adaptiveCard/action", value, PlaceOf(message), message.Id, ct);
        if (answer is { Status: 200, Card: { } card }) teams.Tenant.Show(message.Id, person.Name, card.DeepClone().AsObject());
        return answer;
    }

    private async Task<BotAnswer> DialogAnswerAsync(string name, JsonNode value, Conversation place, string? commandId, CancellationToken ct)
    {
        var answer = await InvokeAsync(name, value, place, replyToId: null, ct);
        return answer with { Dialog = Dialog.From(answer.Body, place.Id, commandId) };
    }

    private Task<BotAnswer> InvokeAsync(string name, JsonNode? value, Conversation place, string? replyToId, CancellationToken ct)
    {
        var activity = teams.Shapes.Invoke(person, place, name, value);
        if (replyToId is not null) activity["replyToId"] = replyToId;
        return teams.DeliverAsync(activity, ct: ct);
    }

    private static JsonObject TaskValue(JsonNode? data) => new() { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } };

    private static JsonObject ExtensionValue(string commandId, JsonNode? data, string context, JsonObject? messagePayload)
    {
        var value = new JsonObject { ["commandId"] = commandId, ["commandContext"] = context, ["context"] = new JsonObject { ["theme"] = "default" } };
        if (data is not null) value["data"] = data;
        if (messagePayload is not null) value["messagePayload"] = messagePayload;
        return value;
    }

    private IReadOnlyList<SeenMessage> Seen(Func<Conversation, bool> where)
    {
        lock (teams.Tenant.Gate)
        {
            return [.. teams.Tenant.Messages.Where(m => m.DeletedAt is null && teams.Tenant.Find(m.ConversationId) is { } place && where(place)).Select(m => SeenMessage.By(person, m))];
        }
    }

    private Conversation PlaceOf(SeenMessage message) => teams.Tenant.Find(message.ConversationId) ?? throw new InvalidOperationException("The conversation is gone.");

    private static JsonObject CardOf(SeenMessage message) => message.Card ?? throw new InvalidOperationException($"No card on this message: {message.Text}");
}
