using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VstrsBot.Tests.Teams;

namespace VstrsBot.Tests.Telemetry;

/// <summary>Where Application Insights takes telemetry (/v2.1/track): lines of JSON, packed or not. Keeps each line.</summary>
internal sealed class TrackReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = [];
    private Loopback? server;

    /// <summary>The connection string of a resource that is this.</summary>
    public string ConnectionString => $"InstrumentationKey=66666666-3333-4444-8555-666666666666;IngestionEndpoint={server!.Address}";

    /// <summary>Kinds of what was sent: MetricData, RequestData, RemoteDependencyData, MessageData.</summary>
    public IReadOnlySet<string> Kinds => lines.Select(line => JsonElement.Parse(line).GetProperty("data").GetProperty("baseType").GetString()!).ToHashSet(StringComparer.Ordinal);

    public string Raw => string.Join('\n', lines);

    public static async Task<TrackReceiver> StartAsync()
    {
        var receiver = new TrackReceiver();
        receiver.server = await Loopback.StartAsync(app => app.MapPost("/{**path}", async (HttpContext context) =>
        {
            var packed = context.Request.Headers.ContentEncoding == "gzip";
            await using var body = packed ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
            using var reader = new StreamReader(body);
            var sent = (await reader.ReadToEndAsync(context.RequestAborted)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var line in sent)
                receiver.lines.Enqueue(line);
            return Results.Json(new { itemsReceived = sent.Length, itemsAccepted = sent.Length, errors = Array.Empty<string>() });
        }));
        return receiver;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();
}
