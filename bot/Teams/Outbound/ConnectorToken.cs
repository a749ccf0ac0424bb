using Microsoft.Identity.Client;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace VstrsBot.Teams.Outbound;

/// <summary>
/// Asks the identity library, which keeps the token and renews it before it runs out. Callers who find none share one request, and so do
/// callers whose token was refused.
/// </summary>
internal sealed partial class ConnectorToken(ITokenSource source, TokenFailures failures, ILogger<ConnectorToken> log) : IConnectorToken
{
    private readonly Lock _gate = new();
    private Task<string>? _kept;
    private Task<string>? _forced;

    /// <inheritdoc/>
    public async Task<string> GetAsync(string? refused, CancellationToken ct)
    {
        var token = await SharedAsync(ref _kept, force: false).WaitAsync(ct);
        return token == refused ? await SharedAsync(ref _forced, force: true).WaitAsync(ct) : token;
    }

    private Task<string> SharedAsync(ref Task<string>? flight, bool force)
    {
        lock (_gate)
        {
            return flight is { IsCompleted: false } going ? going : flight = AcquireAsync(force);
        }
    }

    private async Task<string> AcquireAsync(bool force)
    {
        try
        {
            return await source.AcquireAsync(force, CancellationToken.None);
        }
        catch (Exception fault)
        {
            var isPassing = fault is HttpRequestException or OperationCanceledException or TimeoutException
                or MsalServiceException { StatusCode: 0 or 408 or 429 or >= 500 };
            failures.Add(isPassing);
            Log.NoToken(log, (fault as MsalException)?.ErrorCode ?? fault.GetType().Name);
            throw new ConnectorException(
                status: 0,
                isPassing ? ConnectorException.TokenUnavailable : ConnectorException.TokenRefused,
                ambiguous: false,
                (fault as MsalServiceException)?.Headers?.RetryAfter?.Delta);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Error, "Alert: no token for Teams could be had: {Fault}. Nothing can be sent until one can. Run doctor.")]
        public static partial void NoToken(ILogger logger, string fault);
    }
}
