namespace VstrsBot.Teams.Outbound;

/// <summary>
/// A call to Teams that did not succeed, with what whoever retries must know. Holds no address, id, token or text of a message.
/// </summary>
internal sealed class ConnectorException(int status, string code, bool ambiguous, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception($"Teams answered {status} {code}.", inner)
{
    /// <summary><see cref="Code"/> when the service address is not on the list: nothing was sent and no token asked for.</summary>
    public const string HostNotAllowed = nameof(HostNotAllowed);

    /// <summary><see cref="Code"/> when an id cannot stand in an address.</summary>
    public const string BadId = nameof(BadId);

    /// <summary><see cref="Code"/> when no answer came in time.</summary>
    public const string TimedOut = nameof(TimedOut);

    /// <summary><see cref="Code"/> when the connection failed.</summary>
    public const string NoConnection = nameof(NoConnection);

    /// <summary><see cref="Code"/> when Teams agreed but gave no usable answer.</summary>
    public const string BadAnswer = nameof(BadAnswer);

    /// <summary><see cref="Code"/> when no token could be had because of our own settings; trying again does not help.</summary>
    public const string TokenRefused = nameof(TokenRefused);

    /// <summary><see cref="Code"/> when the token service cannot be reached or is failing.</summary>
    public const string TokenUnavailable = nameof(TokenUnavailable);

    /// <summary>The HTTP status; 0 when there was none.</summary>
    public int Status { get; } = status;

    /// <summary>Teams' own error code (for example ConversationNotFound), or one of the constants here.</summary>
    public string Code { get; } = code;

    /// <summary>True when Teams may have done it all the same: time-out, connection cut after sending, 5xx.</summary>
    public bool Ambiguous { get; } = ambiguous;

    /// <summary>How long Teams asks to wait, at most an hour; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
