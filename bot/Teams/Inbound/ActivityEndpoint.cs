namespace VstrsBot.Teams.Inbound;

/// <summary>
/// POST /api/messages: the one door. Proves the caller, reads the body once, checks it, hands it on, answers; all of it within
/// <see cref="TeamsSettings.AnswerWithin"/>.
/// </summary>
internal sealed partial class ActivityEndpoint(
    TeamsSettings settings,
    ICallProof proof,
    ActivityRules rules,
    RefusalCounter counter,
    TimeProvider time,
    ILogger<ActivityEndpoint> log)
{
    /// <summary>Where Teams posts.</summary>
    public const string Path = "/api/messages";

    /// <summary>Answers one call.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        using var tooLate = new CancellationTokenSource(settings.AnswerWithin, time);
        var handler = context.RequestServices.GetRequiredService<IActivityHandler>();

        var (activity, refusal) = await ReadInTimeAsync(context, handler, tooLate.Token);
        if (refusal is not null)
        {
            counter.Add(refusal);
            Log.Refused(log, refusal.Status, refusal.Reason);
            context.Response.StatusCode = refusal.Status;
            return;
        }

        var answer = await HandleAsync(handler, activity!, tooLate.Token);
        await WriteAsync(context.Response, answer, context.RequestAborted);
    }

    private async Task<(Activity? Activity, CallRefusal? Refusal)> ReadInTimeAsync(HttpContext context, IActivityHandler handler, CancellationToken tooLate)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, tooLate);
        try
        {
            return await ReadAsync(context.Request, handler, either.Token);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested)
        {
            return (null, CallRefusal.TooSlow);
        }
    }

    private async Task<(Activity? Activity, CallRefusal? Refusal)> ReadAsync(HttpRequest request, IActivityHandler handler, CancellationToken ct)
    {
        if (await proof.ProveAsync(request, ct) is not { } token) return (null, CallRefusal.Token);
        if (!ActivityBody.IsJson(request)) return (null, CallRefusal.ContentType);
        if (await ActivityBody.ReadAsync(request, settings.BodyLimit, ct) is not { } body) return (null, CallRefusal.TooLong);
        if (ActivityJson.TryRead(body) is not { } activity) return (null, CallRefusal.Body);

        if (rules.Check(activity, token) is { } refusal) return (null, refusal);

        return !activity.IsFromPerson || await handler.HearsAsync(activity, ct) ? (activity, null) : (null, CallRefusal.Sender);
    }

    private async Task<InvokeResponse> HandleAsync(IActivityHandler handler, Activity activity, CancellationToken ct)
    {
        try
        {
            var answer = await handler.HandleAsync(activity, ct);
            return activity.IsInvoke ? answer : InvokeResponse.Empty;
        }
        catch (Exception fault)
        {
            Log.Failed(log, fault.GetType().FullName, fault.StackTrace);
            return activity is { IsInvoke: true, Name: InvokeNames.CardAction }
                ? InvokeResponse.Error("ServiceError", "This service is not working. Try again.", statusCode: 500)
                : InvokeResponse.Failed;
        }
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken ct)
    {
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store"; // an answer may hold customer details
        if (answer.ToUtf8() is not { } bytes) return;

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A call to the bot was refused: {Status} {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);

        // The exception's own message may quote what somebody typed: its type and place say enough.
        [LoggerMessage(2, LogLevel.Error, "Handling an activity failed: {Fault} at {Place}")]
        public static partial void Failed(ILogger logger, string? fault, string? place);
    }
}
