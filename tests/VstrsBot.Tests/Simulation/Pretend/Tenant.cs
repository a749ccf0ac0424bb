using System.Globalization;
using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Simulation.Engine;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>What Teams itself keeps: conversations, messages, people. What reaches it happens here at once.</summary>
internal sealed class Tenant(Timeline timeline, IReadOnlyList<Someone> people)
{
    public const string Id = "7d3f1c52-0b68-4c9c-9d61-3b1f6a0c2e11";
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";
    public const string Channel = "19:desk@thread.tacv2";

    private readonly Dictionary<string, Conversation> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Message> messages = new(StringComparer.Ordinal);
    private long last;

    public IReadOnlyCollection<Message> Messages => messages.Values;

    public IReadOnlyCollection<Conversation> Conversations => conversations.Values;

    /// <summary>The newest card in the channel.</summary>
    public Message? NewestThread { get; private set; }

    /// <summary>A message is about to change.</summary>
    public Action<Message> Changing { get; set; } = _ => { };

    /// <summary>A message came.</summary>
    public Action<Message> Posted { get; set; } = _ => { };

    /// <summary>A message came, or changed.</summary>
    public Action<Message> Changed { get; set; } = _ => { };

    public Conversation ChatOf(Someone person) => Chat(person.Mri);

    public string CreateChat(string mri) => Chat(mri).Id;

    public ThreadAddress CreateThread(OnScreen first)
    {
        var id = NewId();
        var thread = new Conversation($"{Channel};messageid={id}", with: null);
        conversations.Add(thread.Id, thread);
        Post(thread, id, first);
        return new ThreadAddress(thread.Id, id);
    }

    public string Post(string conversation, OnScreen what)
    {
        var where = Open(conversation);
        var id = NewId();
        Post(where, id, what);
        return id;
    }

    public void Update(string conversation, string id, OnScreen what)
    {
        Open(conversation);
        if (messages.GetValueOrDefault(id) is not { IsDeleted: false } message)
            throw new ConnectorException(404, "ActivityNotFoundInConversation", ambiguous: false);
        Changing(message);
        message.Edit(what);
        Changed(message);
    }

    public Member? Find(string objectId) => people.FirstOrDefault(person => person.Who.ObjectId.ToString() == objectId) is { } found
        ? new Member(found.Mri, found.Who.ObjectId, found.Name, Id, "user")
        : null;

    /// <exception cref="ConnectorException">It is not there, or the bot is not in it, or it is throttled.</exception>
    private Conversation Open(string conversation)
    {
        if (conversations.GetValueOrDefault(conversation) is not { } where)
            throw new ConnectorException(404, "ConversationNotFound", ambiguous: false);
        if (where.BotIsRemoved)
            throw new ConnectorException(403, "BotNotInConversationRoster", ambiguous: false);
        if (where.ThrottledUntil > timeline.Now)
            throw new ConnectorException(429, "TooManyRequests", ambiguous: false, where.ThrottledUntil - timeline.Now);
        return where;
    }

    private void Post(Conversation where, string id, OnScreen what)
    {
        var message = new Message(where, id, what, timeline.Now);
        messages.Add(id, message);
        where.Messages.Add(message);
        if (where.With is null && what.Card is not null)
            NewestThread = message;
        Posted(message);
        Changed(message);
    }

    private Conversation Chat(string mri)
    {
        var person = people.First(one => one.Mri == mri);
        var id = $"a:{person.Who.ObjectId:N}";
        if (!conversations.TryGetValue(id, out var chat))
            conversations.Add(id, chat = new Conversation(id, person.Who));
        return chat;
    }

    private string NewId() => (++last).ToString(CultureInfo.InvariantCulture);
}
