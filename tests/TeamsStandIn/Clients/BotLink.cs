using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsStandIn.Faults;
using TeamsStandIn.Identity;

namespace TeamsStandIn.Clients;

/// <summary>Teams' side of <c>/api/messages</c>: signs each activity, delivers it, and lets the ordered faults happen to it.</summary>
internal sealed class BotLink(StandIn teams, CancellationToken stopping) : IDisposable
{
    private readonly Lock gate = new();
    private HttpClient? http;
    private Uri? endpoint;
    private TaskCompletionSource nextDone = NewSignal();

    public void Connect(Uri bot, HttpMessageHandler? handler)
    {
        var client = new HttpClient(handler ?? new SocketsHttpHandler { UseProxy = false }, disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        http?.Dispose();
        (http, endpoint) = (client, bot);
    }

    /// <summary>Delivers an activity, or whatever the next fault makes of it. The answer is the first delivery's.</summary>
    public async Task<BotAnswer> DeliverAsync(JsonObject activity, TokenForge? forge, CancellationToken ct)
    {
        var fault = teams.Faults.Take(new(Op.Deliver, Text(activity["conversation"], "id"), Text(activity["from"], "name"), Text(activity, "replyToId")));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        switch (fault)
        {
            case Fault.Loss or Fault.Broken or Fault.Silent:
                return new(0);
            case Fault.Refusal(var status, _, _):
                return new(status);
            case Fault.Held(var held):
                await held.PassAsync(either.Token);
                break;
            case Fault.Slowed(var by):
                await Task.Delay(by, teams.Time, either.Token);
                break;
            case Fault.Overtaken:
                await NextDoneAsync(either.Token);
                break;
            case Fault.Afterwards(var then):
                var hidden = await SendAsync(activity, forge, either.Token);
                if (then is Fault.Held(var late)) await late.PassAsync(either.Token);
                return then is Fault.Held ? hidden : new(then is Fault.Refusal r ? r.Code : 0);
            case Fault.Copies copies:
                return await CopiesAsync(activity, forge, copies, either.Token);
            default:
                break;
        }

        return await SendAsync(activity, forge, either.Token);
    }

    public void Dispose() => http?.Dispose();

    private async Task<BotAnswer> CopiesAsync(JsonObject activity, TokenForge? forge, Fault.Copies copies, CancellationToken ct)
    {
        var wanted = Enumerable.Range(0, copies.Times).Select(n => n > 0 && copies.NewIds ? Anew(activity) : activity.DeepClone().AsObject()).ToList();
        if (copies.Together) return (await Task.WhenAll(wanted.Select(copy => SendAsync(copy, forge, ct))))[0];

        var first = await SendAsync(wanted[0], forge, ct);
        foreach (var copy in wanted.Skip(1)) await SendAsync(copy, forge, ct);
        return first;
    }

    private JsonObject Anew(JsonObject activity)
    {
        var copy = activity.DeepClone().AsObject();
        copy["id"] = teams.Shapes.NextEventId();
        copy["timestamp"] = ActivityShapes.Timestamp(teams.Time.GetUtcNow());
        return copy;
    }

    private async Task<BotAnswer> SendAsync(JsonObject activity, TokenForge? forge, CancellationToken ct)
    {
        if (http is null) throw new InvalidOperationException("No bot is connected to the pretend Teams.");
        var entry = teams.Transcript.Begin(activity);
        using var patience = new CancellationTokenSource(teams.Options.Patience, teams.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        var answer = new BotAnswer(504);
        try
        {
            using var request = Request(activity, forge);
            using var response = await http.SendAsync(request, either.Token);
            answer = new((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync(either.Token)));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Teams has given up: 504 stands
        }
        catch (HttpRequestException)
        {
            answer = new(502);
        }

        teams.Transcript.End(entry, answer.Status, answer.Body);
        TaskCompletionSource done;
        lock (gate) (done, nextDone) = (nextDone, NewSignal());
        done.TrySetResult();
        return answer;
    }

    private HttpRequestMessage Request(JsonObject activity, TokenForge? forge)
    {
        var token = teams.Issuer.Sign(Text(activity, "serviceUrl") ?? teams.ServiceUrl, forge);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        foreach (var value in forge?.Authorization ?? ["Bearer {token}"])
            request.Headers.TryAddWithoutValidation("Authorization", value.Replace("{token}", token));
        return request;
    }

    private async Task NextDoneAsync(CancellationToken ct)
    {
        TaskCompletionSource next;
        lock (gate) next = nextDone;
        await next.Task.WaitAsync(ct);
    }

    private static JsonNode? Parse(string body)
    {
        if (body.Length is 0) return null;
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    private static string? Text(JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
