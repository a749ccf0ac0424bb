using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsStandIn.Faults;
using TeamsStandIn.Transcripts;

namespace TeamsStandIn.Connector;

/// <summary>What every request of the bot goes through: token, limits, faults, the work itself, the transcript.</summary>
internal sealed class Pipe(StandIn teams, CancellationToken stopping)
{
    private int vectors;

    /// <summary>Runs one connector call and writes its answer.</summary>
    public async Task AnswerAsync(HttpContext context, Op op, Func<ConnectorCall, ConnectorCall> aim, Func<ConnectorCall, Answer> work)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var (body, size, broken) = await ReadAsync(context.Request, gone.Token);
        var call = aim(new(op, (string?)context.Request.RouteValues["conversation"], (string?)context.Request.RouteValues["activity"], null, body));
        var entry = teams.Transcript.Begin(context.Request, call);

        var refused = Refused(context, call, size, broken);
        var fault = refused is null ? teams.Faults.Take(call.Subject) : null;
        await RunAsync(context, entry, fault, refused is null ? () => work(call) : () => refused, gone.Token);
    }

    /// <summary>Runs a request that needs no token and is not kept in the transcript: metadata, keys, the token endpoint.</summary>
    public async Task AnswerOpenlyAsync(HttpContext context, Op op, Func<Answer> work)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await RunAsync(context, entry: null, teams.Faults.Take(new(op)), work, gone.Token);
    }

    private Answer? Refused(HttpContext context, ConnectorCall call, int size, bool broken)
    {
        if (!teams.Entra.Accepts(context.Request.Headers.Authorization)) return Answer.Error(401, "Unauthorized", "Authorization has been denied for this request.");
        if (teams.Limits.Count(call.Conversation ?? "tenant", call.Op is not Op.Members) is { } wait && teams.Limits.Enforced)
            return Answer.Error(429, "Throttled", "Too many requests.", wait);
        if (broken) return Answer.Error(400, "BadSyntax", "The body is not JSON.");
        return size > MessageRules.LargestBytes ? Answer.Error(413, "MessageSizeTooBig", "Message size too large.") : null;
    }

    private async Task RunAsync(HttpContext context, BotRequest? entry, Fault? fault, Func<Answer> work, CancellationToken gone)
    {
        try
        {
            var answer = await StrikeAsync(fault, work, entry, gone);
            if (answer is null)
            {
                teams.Transcript.End(entry, status: null, entry?.Applied ?? false);
                context.Abort();
                return;
            }

            teams.Transcript.End(entry, answer.Status, entry?.Applied is true || answer.Applied);
            await WriteAsync(context, answer, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            teams.Transcript.End(entry, status: null, entry?.Applied ?? false);
        }
    }

    /// <summary>The answer, or null when the connection is to be cut.</summary>
    private async Task<Answer?> StrikeAsync(Fault? fault, Func<Answer> work, BotRequest? entry, CancellationToken gone)
    {
        switch (fault)
        {
            case Fault.Refusal(var status, var after, var code):
                return Answer.Usual(status, code, after);
            case Fault.Loss:
                return entry is { ActivityId: { } id, Op: Op.Update or Op.Delete } ? Answer.Ok(new JsonObject { ["id"] = id }) : LostCreate(entry);
            case Fault.Broken:
                return null;
            case Fault.Silent:
                await teams.Transcript.WaitingAsync(entry, () => Task.Delay(Timeout.InfiniteTimeSpan, teams.Time, gone));
                return null;
            case Fault.Held(var gate):
                await teams.Transcript.WaitingAsync(entry, () => gate.PassAsync(gone));
                return work();
            case Fault.Slowed(var by):
                await teams.Transcript.WaitingAsync(entry, () => Task.Delay(by, teams.Time, gone));
                return work();
            case Fault.Afterwards(var then):
                var done = work();
                teams.Transcript.Apply(entry, done.Applied);
                return await StrikeAsync(then, () => done, entry, gone);
            default:
                return work();
        }
    }

    private static Answer LostCreate(BotRequest? entry) => entry?.Op is Op.CreateConversation or Op.Send
        ? new(201, new JsonObject { ["id"] = "1000000000000" })
        : Answer.Usual(503, null, null);

    private static async Task<(JsonNode? Body, int Size, bool Broken)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(ct);
        if (text.Length is 0) return (null, 0, false);
        try
        {
            return (JsonNode.Parse(text), text.Length * sizeof(char), false);
        }
        catch (JsonException)
        {
            return (null, text.Length * sizeof(char), true);
        }
    }

    private async Task WriteAsync(HttpContext context, Answer answer, CancellationToken ct)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["MS-CV"] = $"standin.{Interlocked.Increment(ref vectors)}";
        if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString();
        if (answer.Body is not null) await context.Response.WriteAsJsonAsync(answer.Body, ct);
    }
}
