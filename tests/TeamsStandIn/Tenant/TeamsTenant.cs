using System.Text.Json.Nodes;

namespace TeamsStandIn.Tenant;

/// <summary>
/// All the pretend tenant holds: people, one team with its channels, chats, messages, alerts.
/// Read and change it under <see cref="Gate"/>; the members of this class take it themselves.
/// </summary>
internal sealed class TeamsTenant
{
    private readonly Dictionary<string, Conversation> conversations = [];
    private readonly List<Alert> alerts = [];
    private readonly TimeProvider time;
    private long lastMessage;
    private int chats;
    private long changes;

    public TeamsTenant(StandInOptions options)
    {
        time = options.Time;
        Id = options.TenantId;
        AppId = options.AppId;
        BotName = options.BotName;
        BotInTeam = options.BotInTeam;
        People = [.. options.People.Select(seed => new TeamsPerson(seed, options.TenantId))];
        foreach (var channel in Channels)
            conversations[channel.Id] = new(channel.Id, ConversationKind.Channel, channel.Id);
    }

    public Lock Gate { get; } = new();

    /// <summary>Goes up with everything that changes what somebody sees.</summary>
    public long Changes => Interlocked.Read(ref changes);

    public string Id { get; }

    public string AppId { get; }

    public string BotName { get; }

    public string BotId => $"28:{AppId}";

    public IReadOnlyList<TeamsPerson> People { get; }

    /// <summary>The bot is in the team's roster.</summary>
    public bool BotInTeam { get; set; }

    /// <summary>The team's id, which is its General channel's.</summary>
    public string TeamId { get; } = "19:general0dmb@thread.tacv2";

    /// <summary>The DMB channel.</summary>
    public string DmbChannelId { get; } = "19:handoffs0dmb@thread.tacv2";

    public string OtherChannelId { get; } = "19:lunch0dmb@thread.tacv2";

    public IReadOnlyList<Channel> Channels => [new(TeamId, null), new(DmbChannelId, "VSTRS handoffs"), new(OtherChannelId, "Lunch")];

    public IReadOnlyList<Alert> Alerts
    {
        get
        {
            lock (Gate) return [.. alerts];
        }
    }

    /// <summary>Every message of every conversation, in the order they were made.</summary>
    public IReadOnlyList<TeamsMessage> Messages
    {
        get
        {
            lock (Gate) return [.. conversations.Values.SelectMany(c => c.Messages).OrderBy(m => m.Id, StringComparer.Ordinal)];
        }
    }

    public TeamsPerson Person(string name) =>
        People.FirstOrDefault(p => p.Name == name) ?? throw new ArgumentException($"Nobody in the pretend tenant is called {name}.", nameof(name));

    public Conversation? Find(string conversationId)
    {
        lock (Gate) return conversations.TryGetValue(conversationId, out var found) && !found.Gone ? found : null;
    }

    /// <summary>The person's chat with the bot: the same one each time, until its history is removed.</summary>
    public Conversation ChatWith(TeamsPerson person)
    {
        lock (Gate)
        {
            if (person.ChatId is { } known && Find(known) is { } chat) return chat;
            chat = new Conversation($"a:1p{++chats}-{person.Mri[4..16]}", ConversationKind.Personal, Person: person);
            person.ChatId = chat.Id;
            return conversations[chat.Id] = chat;
        }
    }

    /// <summary>The person removes the chat's history: the old id is gone, the next create makes a new chat.</summary>
    public void RemoveChatHistory(string name)
    {
        lock (Gate)
        {
            if (Person(name) is { ChatId: { } id } && Find(id) is { } chat) chat.Gone = true;
            changes++;
        }
    }

    /// <summary>Adds a message. In a bare channel it is the root of a new thread.</summary>
    public TeamsMessage Add(Conversation place, string? author, JsonObject activity)
    {
        lock (Gate)
        {
            var id = NextMessageId();
            if (place.Kind is ConversationKind.Channel)
                place = conversations[$"{place.Id};messageid={id}"] = new($"{place.Id};messageid={id}", ConversationKind.Thread, place.Id);
            var message = new TeamsMessage(id, place.Id, author, time.GetUtcNow());
            message.History.Add(new(message.At, activity));
            place.Messages.Add(message);
            if (author is null) alerts.AddRange(AlertRules.Raised(message, place, this));
            changes++;
            return message;
        }
    }

    /// <summary>Replaces the base message and resets every person's view. No toast is raised. Teams: Universal Actions.</summary>
    public void Update(TeamsMessage message, JsonObject activity)
    {
        lock (Gate)
        {
            message.History.Add(new(time.GetUtcNow(), activity));
            message.Views.Clear();
            changes++;
        }
    }

    public void Delete(TeamsMessage message)
    {
        lock (Gate)
        {
            message.DeletedAt = time.GetUtcNow();
            changes++;
        }
    }

    /// <summary>Shows a person the card an answer brought, on that message, to that person alone.</summary>
    public void Show(string messageId, string person, JsonObject card)
    {
        lock (Gate)
        {
            if (Message(messageId) is not { DeletedAt: null } message) return;
            message.Views[person] = new(time.GetUtcNow(), card);
            message.Refreshed[person] = time.GetUtcNow();
            changes++;
        }
    }

    public TeamsMessage? Message(string id)
    {
        lock (Gate) return conversations.Values.SelectMany(c => c.Messages).FirstOrDefault(m => m.Id == id);
    }

    /// <summary>Lets go of what is older, as if nobody scrolled back so far: a bot that still asks for it is told 404.</summary>
    public void Forget(DateTimeOffset before)
    {
        lock (Gate)
        {
            foreach (var place in conversations.Values)
                place.Messages.RemoveAll(message => message.At < before);
            foreach (var (id, _) in conversations.Where(place => place.Value is { Kind: ConversationKind.Thread, Messages.Count: 0 }))
                conversations.Remove(id);
            alerts.RemoveAll(alert => alert.At < before);
            changes++;
        }
    }

    /// <summary>What stands here now.</summary>
    public TenantCopy Copy(int events)
    {
        lock (Gate)
        {
            var all = conversations.Values.Where(place => place.Kind is not ConversationKind.Channel && !place.Gone).Select(place => new ConversationCopy(
                place.Id, place.Kind, place.ChannelId, place.Person?.Name,
                [.. place.Messages.Where(m => m.DeletedAt is null).Select(m => new MessageCopy(m.Id, m.Author, m.At, m.Activity.DeepClone().AsObject()))]));
            return new([.. all], events);
        }
    }

    /// <summary>Goes on from what stood in another tenant of the same people.</summary>
    public void GoOnFrom(TenantCopy copy)
    {
        lock (Gate)
        {
            foreach (var place in copy.Conversations)
            {
                var made = conversations[place.Id] = new(place.Id, place.Kind, place.ChannelId, place.Person is null ? null : Person(place.Person));
                if (made.Person is { } person) (person.ChatId, chats) = (made.Id, chats + 1);
                foreach (var message in place.Messages)
                {
                    var stands = new TeamsMessage(message.Id, place.Id, message.Author, message.At);
                    stands.History.Add(new(message.At, message.Activity.DeepClone().AsObject()));
                    made.Messages.Add(stands);
                    lastMessage = Math.Max(lastMessage, long.Parse(message.Id));
                }
            }

            changes++;
        }
    }

    /// <summary>Whether the person is in that conversation.</summary>
    public static bool Holds(Conversation place, TeamsPerson person) =>
        place.Kind is ConversationKind.Personal ? place.Person == person : person.InTeam;

    public IEnumerable<TeamsPerson> MembersOf(Conversation place) => People.Where(p => Holds(place, p));

    private string NextMessageId() =>
        (lastMessage = Math.Max(lastMessage + 1, time.GetUtcNow().ToUnixTimeMilliseconds())).ToString();
}
