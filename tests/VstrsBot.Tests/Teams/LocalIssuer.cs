using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace VstrsBot.Tests.Teams;

/// <summary>A pretend Bot Service: publishes its metadata and keys, counts who asks, and can fail or hang.</summary>
internal sealed class LocalIssuer(TimeProvider time) : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private readonly ConcurrentQueue<DateTimeOffset> _keyFetches = [];
    private readonly ConcurrentQueue<DateTimeOffset> _asked = [];
    private readonly SemaphoreSlim _hanging = new(0);
    private Loopback? _server;

    /// <summary>What the keys document holds.</summary>
    public IReadOnlyList<JsonObject> Keys { get; set; } = [SigningKey.First.Published("msteams", "webchat")];

    public bool MetadataFails { get; set; }

    public bool KeysFail { get; set; }

    public bool Hangs { get; set; }

    public IReadOnlyList<string> Algorithms { get; set; } = ["RS256"];

    /// <summary>Where the metadata says the keys are, when not here.</summary>
    public string? KeysElsewhere { get; set; }

    public IReadOnlyCollection<DateTimeOffset> KeyFetches => _keyFetches;

    /// <summary>When either document was asked for.</summary>
    public IReadOnlyCollection<DateTimeOffset> Asked => _asked;

    /// <summary>Done once somebody waits for an answer that does not come.</summary>
    public Task SomebodyHangsAsync(CancellationToken ct) => _hanging.WaitAsync(ct);

    public string Metadata => new Uri(_server!.Address, "v1/.well-known/openidconfiguration").ToString();

    public async Task StartAsync() => _server = await Loopback.StartAsync(app =>
    {
        app.MapGet("/v1/.well-known/openidconfiguration", context => AnswerAsync(context, MetadataFails, () => new JsonObject
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = KeysElsewhere ?? new Uri(_server!.Address, "v1/.well-known/keys").ToString(),
            ["id_token_signing_alg_values_supported"] = new JsonArray([.. Algorithms.Select(name => JsonValue.Create(name))]),
        }));
        app.MapGet("/v1/.well-known/keys", context =>
        {
            _keyFetches.Enqueue(time.GetUtcNow());
            return AnswerAsync(context, KeysFail, () => new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) });
        });
    });

    public ValueTask DisposeAsync()
    {
        _hanging.Dispose();
        return _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context, bool fails, Func<JsonObject> document)
    {
        _asked.Enqueue(time.GetUtcNow());
        if (Hangs)
        {
            _hanging.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (fails)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await context.Response.WriteAsJsonAsync(document());
    }
}
