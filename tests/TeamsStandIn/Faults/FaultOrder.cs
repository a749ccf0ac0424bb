namespace TeamsStandIn.Faults;

/// <summary>What a fault may be narrowed to; null where it does not apply.</summary>
internal sealed record FaultSubject(Op Op, string? Conversation = null, string? Person = null, string? Message = null);

/// <summary>One fault that waits for its occasion. Strikes once unless told otherwise.</summary>
internal sealed class FaultOrder(int id, FaultBoard board, Op op, Fault fault)
{
    public int Id { get; } = id;

    public Op Op { get; } = op;

    public Fault Fault { get; } = fault;

    public string? Conversation { get; private set; }

    public string? Person { get; private set; }

    public string? Message { get; private set; }

    /// <summary>How many more times it strikes; null is until cleared.</summary>
    public int? Left { get; private set; } = 1;

    /// <summary>How often it has struck.</summary>
    public int Struck { get; private set; }

    /// <summary>Only in this conversation; for a channel, also in its threads.</summary>
    public FaultOrder On(string conversationId) => Change(() => Conversation = conversationId);

    /// <summary>Only for this person (by name): their chat, their activities, their member record.</summary>
    public FaultOrder For(string person) => Change(() => Person = person);

    /// <summary>Only on this message.</summary>
    public FaultOrder OnMessage(string messageId) => Change(() => Message = messageId);

    public FaultOrder Times(int times) => Change(() => Left = times);

    public FaultOrder UntilCleared() => Change(() => Left = null);

    public void Clear() => board.Clear(this);

    internal bool Matches(FaultSubject subject) =>
        (Op & subject.Op) != Op.None
        && Left is not 0
        && (Conversation is null || subject.Conversation == Conversation || subject.Conversation?.StartsWith(Conversation + ";", StringComparison.Ordinal) is true)
        && (Person is null || subject.Person == Person)
        && (Message is null || subject.Message == Message);

    internal void Strike()
    {
        Struck++;
        Left--;
    }

    private FaultOrder Change(Action change)
    {
        board.Locked(change);
        return this;
    }
}
