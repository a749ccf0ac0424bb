using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Simulation.Engine;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>Teams as one process reaches it. What is on its way arrives or does not, whatever becomes of the caller.</summary>
internal sealed class ProcessConnector(Timeline timeline, Weather weather, Tenant tenant) : IConnector
{
    /// <summary>The product's <c>SendTimeout</c>.</summary>
    private const double Patience = 3;

    /// <summary>Something is about to be sent.</summary>
    public Action<Outgoing> Sending { get; set; } = _ => { };

    /// <summary>The process has its answer, or waits no longer.</summary>
    public Action<Outgoing> Over { get; set; } = _ => { };

    /// <summary>A send got no clear answer.</summary>
    public Action<Outgoing> Unclear { get; set; } = _ => { };

    public Task<string> CreatePersonalChatAsync(Uri serviceUrl, string tenantId, string memberMri, CancellationToken ct) =>
        CallAsync(null, () => tenant.CreateChat(memberMri), ct);

    public Task<ThreadAddress> CreateThreadAsync(Uri serviceUrl, string tenantId, string channelId, OutgoingActivity first, CancellationToken ct)
    {
        var what = ShownIn(first);
        return CallAsync(Tell(new Outgoing(channelId, null, what)), () => tenant.CreateThread(what), ct);
    }

    public async Task<string?> SendAsync(Uri serviceUrl, string conversationId, OutgoingActivity activity, CancellationToken ct)
    {
        var what = ShownIn(activity);
        return await CallAsync(Tell(new Outgoing(conversationId, null, what)), () => tenant.Post(conversationId, what), ct);
    }

    public Task UpdateAsync(Uri serviceUrl, string conversationId, string activityId, OutgoingActivity activity, CancellationToken ct)
    {
        var what = ShownIn(activity);
        return CallAsync(
            Tell(new Outgoing(conversationId, activityId, what)),
            () =>
            {
                tenant.Update(conversationId, activityId, what);
                return true;
            },
            ct);
    }

    public Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct) =>
        CallAsync(null, () => tenant.Find(memberIdOrObjectId), ct);

    public Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct) =>
        throw new NotSupportedException("Nobody installs the bot into a team here.");

    private async Task<T> CallAsync<T>(Outgoing? what, Func<T> reaches, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var answer = new TaskCompletionSource<T>();
        var fate = weather.ForTeams();
        switch (fate)
        {
            case TeamsFate.Fine or TeamsFate.Slow:
                var back = fate is TeamsFate.Slow ? Between(0.3, 2.5) : Between(0.02, 0.15);
                timeline.After(Between(0.03, fate is TeamsFate.Slow ? 2 : timeline.Dice.Chance(0.1) ? 1.2 : 0.25), () => Reach(reaches, back, answer));
                timeline.After(TimeSpan.FromSeconds(Patience), () => answer.TrySetException(TimedOut()));
                break;
            case TeamsFate.Lost:
                timeline.After(TimeSpan.FromSeconds(Patience), () => answer.TrySetException(TimedOut()));
                break;
            case TeamsFate.Late:
                timeline.After(TimeSpan.FromSeconds(Patience), () => answer.TrySetException(TimedOut()));
                timeline.After(Between(Patience, 10), () => Reach(reaches, TimeSpan.Zero, new TaskCompletionSource<T>()));
                break;
            case TeamsFate.DoneButFailed:
                var status = timeline.Dice.OneOf([500, 502, 504]);
                timeline.After(Between(0.03, 0.25), () =>
                {
                    Reach(reaches, TimeSpan.Zero, new TaskCompletionSource<T>());
                    timeline.After(Between(0.02, 2), () => answer.TrySetException(new ConnectorException(status, "NoCode", ambiguous: true)));
                });
                break;
            default:
                timeline.After(Between(0.03, 0.4), () => answer.TrySetException(Refused(fate)));
                break;
        }

        try
        {
            return await answer.Task.WaitAsync(ct);
        }
        catch (Exception unclear) when (what is not null && unclear is OperationCanceledException or ConnectorException { Ambiguous: true })
        {
            Unclear(what!);
            throw;
        }
        finally
        {
            if (what is not null)
                Over(what);
        }
    }

    private void Reach<T>(Func<T> reaches, TimeSpan back, TaskCompletionSource<T> answer)
    {
        try
        {
            var given = reaches();
            timeline.After(back, () => answer.TrySetResult(given));
        }
        catch (ConnectorException refused)
        {
            timeline.After(back, () => answer.TrySetException(refused));
        }
    }

    private ConnectorException Refused(TeamsFate fate) => fate switch
    {
        TeamsFate.Throttled => new ConnectorException(429, "TooManyRequests", ambiguous: false, Between(1, 10)),
        TeamsFate.ThrottledWithoutWord => new ConnectorException(429, "TooManyRequests", ambiguous: false),
        TeamsFate.Precondition => new ConnectorException(412, "PreconditionFailed", ambiguous: false),
        TeamsFate.ServerError => new ConnectorException(500, "NoCode", ambiguous: true),
        _ => new ConnectorException(503, "NoCode", ambiguous: true),
    };

    private Outgoing Tell(Outgoing what)
    {
        Sending(what);
        return what;
    }

    private TimeSpan Between(double from, double to) => timeline.Dice.Between(from, to);

    private static ConnectorException TimedOut() => new(0, ConnectorException.TimedOut, ambiguous: true);

    private static OnScreen ShownIn(OutgoingActivity activity) => activity switch
    {
        OutgoingActivity.Card card => OnScreen.Of(card.Content, card.Summary),
        OutgoingActivity.Words words => OnScreen.Of(words.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(activity)),
    };
}

/// <summary>A send of one process.</summary>
/// <param name="Message">The message to be updated; null for a new one.</param>
internal sealed record Outgoing(string Conversation, string? Message, OnScreen What);
