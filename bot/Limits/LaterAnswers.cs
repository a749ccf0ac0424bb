using VstrsBot.Handoffs;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Limits;

/// <summary>Answers that Teams' limits left no place for. Each is given as soon as there is one, as long as whoever typed may still wait for it.</summary>
internal sealed partial class LaterAnswers(TimeProvider time, ILogger<LaterAnswers> log)
{
    public static readonly TimeSpan StillAwaited = TimeSpan.FromSeconds(30);

    private const int MostWaiting = 200;

    private readonly Lock gate = new();
    private readonly Signal added = new();
    private List<Answer> waiting = [];

    public void Add(Func<CancellationToken, Task> give)
    {
        Keep(new Answer(give, time.GetTimestamp()));
        added.Raise();
    }

    /// <summary>Completes when the next is added.</summary>
    public Task NextAsync() => added.NextAsync();

    /// <summary>How long until those that wait are tried again; long where none does.</summary>
    public TimeSpan UntilNext
    {
        get
        {
            lock (gate)
                return TimeSpan.FromSeconds(waiting.Count > 0 ? 1 : 60);
        }
    }

    /// <summary>Tries each once.</summary>
    /// <returns>False: there is nothing more to do at once.</returns>
    public async Task<bool> GiveAsync(CancellationToken ct)
    {
        foreach (var answer in TakeAll())
        {
            try
            {
                await answer.Give(ct);
            }
            catch (Exception fault) when (MayPass(fault) && time.GetElapsedTime(answer.Since) < StillAwaited)
            {
                Keep(answer);
            }
            catch (Exception fault) when (fault is ConnectorException || MayPass(fault))
            {
                Log.NotAnswered(log, fault is ConnectorException refused ? refused.Code : fault.GetType().Name);
            }
        }

        return false;
    }

    private static bool MayPass(Exception fault) => fault is ConnectorException { Code: DirectConnector.NoPlace } or StoreUnavailableException or StoreUnsureException;

    private void Keep(Answer answer)
    {
        lock (gate)
        {
            if (waiting.Count < MostWaiting)
                waiting.Add(answer);
        }
    }

    private List<Answer> TakeAll()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }

    private sealed record Answer(Func<CancellationToken, Task> Give, long Since);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A typed command was not answered, also not later: {Code}.")]
        public static partial void NotAnswered(ILogger logger, string code);
    }
}
