using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>What keeps a send from leaving, in the terms that the retry plan knows.</summary>
internal static class SendFailure
{
    private static readonly string[] Ours = ["Unreachable", "NoThreadYet", "NoChannel", "NotDrawn", "ClaimRunsOut"];

    /// <summary>The person has no chat with the bot, and none can be made.</summary>
    public static ConnectorException Unreachable => new(403, Ours[0], ambiguous: false);

    public static ConnectorException NoThreadYet => new(412, Ours[1], ambiguous: false);

    public static ConnectorException NoChannel => new(503, Ours[2], ambiguous: false, TimeSpan.FromSeconds(15));

    public static ConnectorException NotDrawn => new(500, Ours[3], ambiguous: false);

    /// <summary>This process was held up: the claim is another's soon.</summary>
    public static ConnectorException ClaimRunsOut => new(412, Ours[4], ambiguous: false, TimeSpan.Zero);

    /// <summary>Nothing reached Teams.</summary>
    public static bool NeverLeft(ConnectorException failure) => Ours.Contains(failure.Code) || failure is { Status: 0, Ambiguous: false };

    /// <summary>The card or the chat is gone: tried again at once, and then posted afresh.</summary>
    public static ConnectorException Gone(ConnectorException answer) => new(412, answer.Code, ambiguous: false, TimeSpan.Zero, answer);

    /// <summary>What Teams answered, where that was put in other terms.</summary>
    public static ConnectorException Answer(ConnectorException failure) => failure.InnerException as ConnectorException ?? failure;
}
