namespace TeamsStandIn.Faults;

/// <summary>What a fault order is about. Several may be joined with <c>|</c>.</summary>
[Flags]
internal enum Op
{
    None = 0,
    CreateConversation = 1,
    Send = 2,
    Update = 4,
    Delete = 8,
    Members = 16,
    /// <summary>An activity on its way to the bot.</summary>
    Deliver = 32,
    /// <summary>The Entra token endpoint.</summary>
    Token = 64,
    /// <summary>The OpenID metadata of the token issuer.</summary>
    Metadata = 128,
    /// <summary>The key set of the token issuer.</summary>
    Keys = 256,
    /// <summary>Every write of the bot: create, send, update, delete.</summary>
    Write = CreateConversation | Send | Update | Delete,
    /// <summary>Every call of the bot to the connector.</summary>
    Connector = Write | Members,
}

/// <summary>What goes wrong. Made by the methods here.</summary>
internal abstract record Fault
{
    /// <summary>Nothing is applied; the answer has this status and Teams' error body.</summary>
    /// <param name="code">Teams' error code; the usual one of the status when null.</param>
    public static Fault Status(int status, TimeSpan? retryAfter = null, string? code = null) => new Refusal(status, retryAfter, code);

    /// <summary>429, with or without <c>Retry-After</c> (whole seconds).</summary>
    public static Fault Throttle(TimeSpan? retryAfter = null) => new Refusal(429, retryAfter, null);

    /// <summary>To the bot: answered as if done, and not done. From Teams to the bot: dropped.</summary>
    public static Fault Lose() => new Loss();

    /// <summary>Done, then answered with a failure.</summary>
    public static Fault ApplyThenStatus(int status) => new Afterwards(new Refusal(status, null, null));

    /// <summary>Done, then the connection is cut.</summary>
    public static Fault ApplyThenCut() => new Afterwards(new Broken());

    /// <summary>Done, and never answered.</summary>
    public static Fault ApplyThenSilence() => new Afterwards(new Silent());

    /// <summary>The connection is cut, nothing is done.</summary>
    public static Fault Cut() => new Broken();

    /// <summary>Never answered, nothing is done.</summary>
    public static Fault Silence() => new Silent();

    /// <summary>Waits until the gate is released, then goes on as if nothing had happened.</summary>
    public static Fault Hold(Gate gate) => new Held(gate);

    /// <summary>Done at once; the answer waits until the gate is released.</summary>
    public static Fault HoldAnswer(Gate gate) => new Afterwards(new Held(gate));

    /// <summary>Waits this long by the stand-in's clock, then goes on.</summary>
    public static Fault Slow(TimeSpan by) => new Slowed(by);

    /// <summary>An activity reaches the bot <paramref name="times"/> times in all.</summary>
    /// <param name="newIds">The copies carry ids and timestamps of their own, as in some redeliveries of Teams.</param>
    /// <param name="together">All at once, not one after the other's answer.</param>
    public static Fault Duplicate(int times = 2, bool newIds = false, bool together = false) => new Copies(times, newIds, together);

    /// <summary>An activity waits until the next one has been delivered and answered.</summary>
    public static Fault Reorder() => new Overtaken();

    internal sealed record Refusal(int Code, TimeSpan? RetryAfter, string? ErrorCode) : Fault;

    internal sealed record Loss : Fault;

    internal sealed record Afterwards(Fault Then) : Fault;

    internal sealed record Broken : Fault;

    internal sealed record Silent : Fault;

    internal sealed record Held(Gate Gate) : Fault;

    internal sealed record Slowed(TimeSpan By) : Fault;

    internal sealed record Copies(int Times, bool NewIds, bool Together) : Fault;

    internal sealed record Overtaken : Fault;
}
