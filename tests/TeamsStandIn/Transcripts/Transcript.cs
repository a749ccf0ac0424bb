using System.Text.Json.Nodes;
using TeamsStandIn.Connector;
using TeamsStandIn.Faults;

namespace TeamsStandIn.Transcripts;

/// <summary>Everything that passed between the pretend Teams and the bot, in order.</summary>
internal sealed class Transcript(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<TranscriptEntry> entries = [];
    private int last;
    private TaskCompletionSource changed = NewSignal();

    public IReadOnlyList<TranscriptEntry> Entries
    {
        get
        {
            lock (gate) return [.. entries];
        }
    }

    /// <summary>What the bot asked of Teams.</summary>
    public IReadOnlyList<BotRequest> Requests => [.. Entries.OfType<BotRequest>()];

    public IReadOnlyList<BotRequest> Creates => By(Op.CreateConversation);

    public IReadOnlyList<BotRequest> Sends => By(Op.Send);

    public IReadOnlyList<BotRequest> Updates => By(Op.Update);

    public IReadOnlyList<BotRequest> Deletes => By(Op.Delete);

    /// <summary>What reached the bot.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. Entries.OfType<Delivery>()];

    /// <summary>Whether the text stands anywhere: in a request, an activity or an answer. Letter case does not matter.</summary>
    public bool Contains(string text) => Entries.Any(entry => Holds(entry, text));

    /// <summary>The requests of the bot that hold the text: what Teams keeps, copies and searches.</summary>
    public IReadOnlyList<BotRequest> InRequests(string text) =>
        [.. Requests.Where(r => Holds(r, text))];

    /// <summary>The deliveries whose answer holds the text: what one person alone was shown.</summary>
    public IReadOnlyList<Delivery> InAnswers(string text) => [.. Deliveries.Where(d => TextSearch.Holds(d.Answer, text))];

    public static bool Holds(TranscriptEntry entry, string text) => entry switch
    {
        BotRequest r => TextSearch.Holds(r.Body, text) || r.Path.Contains(text, StringComparison.OrdinalIgnoreCase),
        Delivery d => TextSearch.Holds(d.Activity, text) || TextSearch.Holds(d.Answer, text),
        _ => false,
    };

    /// <summary>Completes once the condition holds; it is looked at again after every entry and every answer.</summary>
    public async Task UntilAsync(Func<bool> condition, CancellationToken ct)
    {
        while (true)
        {
            Task next;
            lock (gate) next = changed.Task;
            if (condition()) return;
            await next.WaitAsync(ct);
        }
    }

    /// <summary>Lets go of all that was answered: a desk that runs for days need not be held in memory.</summary>
    public void Forget()
    {
        lock (gate) entries.RemoveAll(entry => entry.AnsweredAt is not null);
    }

    internal BotRequest Begin(HttpRequest request, ConnectorCall call) => Added(number => new BotRequest(number, time.GetUtcNow(), call.Op, request.Method, Uri.UnescapeDataString(request.Path + request.QueryString))
    {
        Conversation = call.Conversation,
        ActivityId = call.ActivityId,
        Person = call.Person,
        Body = call.Body,
    });

    internal Delivery Begin(JsonObject activity) => Added(number => new Delivery(number, time.GetUtcNow(), activity));

    internal async Task WaitingAsync(BotRequest? entry, Func<Task> wait)
    {
        var waiting = wait(); // begun before it shows
        if (entry is not null) entry.Waits = true;
        Signal();
        await waiting;
        if (entry is not null) entry.Waits = false;
    }

    internal void Apply(BotRequest? entry, bool applied)
    {
        if (entry is null || !applied) return;
        entry.Applied = true;
        Signal();
    }

    internal void End(BotRequest? entry, int? status, bool applied)
    {
        if (entry is null) return;
        entry.Applied = applied;
        End(entry, status);
    }

    internal void End(Delivery entry, int? status, JsonNode? answer)
    {
        entry.Answer = answer;
        End(entry, status);
    }

    private void End(TranscriptEntry entry, int? status)
    {
        entry.Status = status;
        entry.AnsweredAt = time.GetUtcNow();
        Signal();
    }

    private T Added<T>(Func<int, T> make)
        where T : TranscriptEntry
    {
        lock (gate)
        {
            var entry = make(++last);
            entries.Add(entry);
            Signal();
            return entry;
        }
    }

    private void Signal()
    {
        lock (gate)
        {
            changed.TrySetResult();
            changed = NewSignal();
        }
    }

    private IReadOnlyList<BotRequest> By(Op op) => [.. Requests.Where(r => r.Op == op)];

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
