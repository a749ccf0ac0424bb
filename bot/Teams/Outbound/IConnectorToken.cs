namespace VstrsBot.Teams.Outbound;

/// <summary>The bot's own token for calls to Teams.</summary>
internal interface IConnectorToken
{
    /// <summary>A token that is still good.</summary>
    /// <param name="refused">A token Teams has just answered 401 to, to have a fresh one; else null.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <exception cref="ConnectorException">None can be had: <see cref="ConnectorException.TokenRefused"/> or <see cref="ConnectorException.TokenUnavailable"/>.</exception>
    Task<string> GetAsync(string? refused, CancellationToken ct);
}
