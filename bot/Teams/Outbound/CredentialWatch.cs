using System.Diagnostics.Metrics;
using System.Security.Cryptography;

namespace VstrsBot.Teams.Outbound;

/// <summary>
/// Warns before the credential runs out, and asks for a token every hour: a credential that is no good shows before somebody hands off a call. Says
/// nothing to the health addresses: a restart would not help, and an answer in hand needs no token.
/// </summary>
internal sealed partial class CredentialWatch : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromHours(1);

    private readonly TeamsSettings settings;
    private readonly IConnectorToken tokens;
    private readonly TimeProvider time;
    private readonly ILogger<CredentialWatch> log;
    private int? warnedAt;

    public CredentialWatch(TeamsSettings settings, IConnectorToken tokens, TimeProvider time, IMeterFactory meters, ILogger<CredentialWatch> log)
    {
        (this.settings, this.tokens, this.time, this.log) = (settings, tokens, time, log);
        meters.Create(TokenFailures.Meter).CreateObservableGauge("teams.credential.days_left", DaysLeft, "{day}", "Whole days until the bot's credential runs out; nothing where it does not");
    }

    /// <summary>One look: the days left, and whether a token can be had. Each warning comes once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        Warn();
        try
        {
            await tokens.GetAsync(refused: null, ct);
        }
        catch (ConnectorException)
        {
            // Said and counted where it failed.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(LooksEvery, time, stoppingToken);
        }
    }

    private void Warn()
    {
        if (Until() is not { } until)
            return;
        var left = CredentialExpiry.DaysLeft(until, time.GetUtcNow());
        int? at = left < 0 ? -1 : CredentialExpiry.WarnsAt.Where(days => left <= days).Select(days => (int?)days).Min();
        if (at is null || at >= warnedAt)
            return;

        warnedAt = at;
        if (left < 0)
            Log.RunOut(log);
        else if (at <= 1)
            Log.RunsOutNow(log, left);
        else
            Log.RunsOut(log, left);
    }

    private IEnumerable<Measurement<int>> DaysLeft() => Until() is { } until ? [new Measurement<int>(CredentialExpiry.DaysLeft(until, time.GetUtcNow()))] : [];

    private DateTimeOffset? Until()
    {
        try
        {
            return CredentialExpiry.Of(settings.Credential);
        }
        catch (Exception unread) when (unread is CryptographicException or IOException or UnauthorizedAccessException)
        {
            Log.NotRead(log, unread.GetType().Name);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The bot's credential runs out in {Days} days. Make a new one and set it: see README, When a credential runs out.")]
        public static partial void RunsOut(ILogger logger, int days);

        [LoggerMessage(2, LogLevel.Error, "Alert: the bot's credential runs out in {Days} days. Then nothing can be sent to Teams. Make a new one and set it now.")]
        public static partial void RunsOutNow(ILogger logger, int days);

        [LoggerMessage(3, LogLevel.Error, "Alert: the bot's credential has run out. Nothing can be sent to Teams. Make a new one and set it now.")]
        public static partial void RunOut(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "The bot's certificate cannot be opened: {Fault}.")]
        public static partial void NotRead(ILogger logger, string fault);
    }
}
