using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace VstrsBot.Tests.Teams;

/// <summary>A pretend connector: remembers every request and answers as told.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Request> _requests = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private Loopback? _server;

    public IReadOnlyList<Request> Requests => [.. _requests];

    /// <summary>By default 200 and an id.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Replies(200, """{"id":"1700000000009"}""");

    public Uri Address => new(_server!.Address, "emea/");

    public string Origin => _server!.Address.GetLeftPart(UriPartial.Authority);

    public async Task StartAsync() => _server = await Loopback.StartAsync(app => app.Run(async context =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        _requests.Enqueue(new Request(
            $"{context.Request.Method} {target}",
            body.Length > 0 ? JsonNode.Parse(body) : null,
            context.Request.Headers.Authorization.ToString(),
            context.Request.ContentType));
        _arrived.Release();
        await Answer(context);
    }));

    public Task ArrivedAsync(CancellationToken ct) => _arrived.WaitAsync(ct);

    public static Func<HttpContext, Task> Replies(int status, string body = "", params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        if (body.Length > 0) await context.Response.WriteAsync(body, context.RequestAborted);
    };

    public ValueTask DisposeAsync()
    {
        _arrived.Dispose();
        return _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    internal sealed record Request(string Line, JsonNode? Body, string Authorization, string? ContentType);
}
