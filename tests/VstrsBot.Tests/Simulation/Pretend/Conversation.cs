using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>A 1:1 chat with the bot, or a thread in the channel, as Teams keeps it.</summary>
internal sealed class Conversation(string id, PersonId? with)
{
    public string Id => id;

    /// <summary>Whose chat it is; null for a thread.</summary>
    public PersonId? With => with;

    public List<Message> Messages { get; } = [];

    /// <summary>The bot was removed: 403 for whatever it sends.</summary>
    public bool BotIsRemoved { get; set; }

    /// <summary>429 until then.</summary>
    public DateTimeOffset ThrottledUntil { get; set; }
}

/// <summary>A message of the bot.</summary>
internal sealed class Message(Conversation where, string id, OnScreen first, DateTimeOffset at)
{
    private readonly Dictionary<PersonId, OnScreen> views = [];
    private readonly Dictionary<OnScreen, DateTimeOffset> answered = [];

    public Conversation Where => where;

    public string Id => id;

    public DateTimeOffset At => at;

    /// <summary>What everybody sees who has no view of their own.</summary>
    public OnScreen Stored { get; private set; } = first;

    public bool IsDeleted { get; set; }

    /// <summary>Answers that stand on the screens of those who pressed, until the message is edited.</summary>
    public IReadOnlyDictionary<PersonId, OnScreen> Views => views;

    public OnScreen SeenBy(PersonId viewer) => views.GetValueOrDefault(viewer) ?? Stored;

    public void Edit(OnScreen now)
    {
        Stored = now;
        views.Clear();
        answered.Clear();
    }

    public void Answer(PersonId viewer, OnScreen view, DateTimeOffset now)
    {
        views[viewer] = view;
        answered[view] = now;
    }

    /// <summary>What stands on somebody's screen, and has stood there since before this moment.</summary>
    public IEnumerable<OnScreen> ShownSince(DateTimeOffset moment) => [Stored, .. views.Values.Where(view => answered[view] < moment)];
}
