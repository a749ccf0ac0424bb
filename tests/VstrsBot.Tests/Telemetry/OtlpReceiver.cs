using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VstrsBot.Tests.Teams;

namespace VstrsBot.Tests.Telemetry;

/// <summary>A collector that keeps what it is sent by OTLP over HTTP (opentelemetry-proto, collector services v1).</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = [];
    private Loopback? server;

    public string Address => server!.Address.ToString();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        receiver.server = await Loopback.StartAsync(app => app.MapPost("/v1/{signal}", async (HttpContext context, string signal) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            receiver.received.Enqueue((signal, body.ToArray()));
        }));
        return receiver;
    }

    /// <summary>Every byte of a signal, as text to search.</summary>
    public string Raw(params string[] signals) =>
        string.Join('\n', received.Where(one => signals.Contains(one.Signal)).Select(one => Encoding.Latin1.GetString(one.Body)));

    public IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Attributes)> Spans =>
        [.. All("traces").SelectMany(request => request.Down(1, 2, 2)).Select(span => (span.Text(5), AttributesIn(span, 9)))];

    public IReadOnlyList<(string Severity, string Words)> Logs =>
        [.. All("logs").SelectMany(request => request.Down(1, 2, 2)).Select(record => (record.Text(3), record.Down(5).First().Text(1)))];

    /// <summary>The points of a metric as last sent, each with its attributes in words: of a histogram count and sum, else the value and 0.</summary>
    public IReadOnlyDictionary<string, (double Value, double Sum)> Metric(string name)
    {
        Dictionary<string, (double, double)> points = [];
        foreach (var metric in All("metrics").SelectMany(request => request.Down(1, 2, 2)).Where(metric => metric.Text(1) == name))
        {
            foreach (var point in new[] { 5, 7 }.SelectMany(kind => metric.Down(kind, 1)))
                points[InWords(AttributesIn(point, 7))] = (point.Has(4) ? point.Double(4) : (long)point.Number(6), 0);
            foreach (var point in metric.Down(9, 1))
                points[InWords(AttributesIn(point, 9))] = (point.Number(4), point.Double(5));
        }

        return points;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private IEnumerable<ProtoMessage> All(string signal) => received.Where(one => one.Signal == signal).Select(one => new ProtoMessage(one.Body));

    private static string InWords(IReadOnlyDictionary<string, string> attributes) => string.Join(", ", attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private static Dictionary<string, string> AttributesIn(ProtoMessage of, int number) => of.Messages(number).ToDictionary(pair => pair.Text(1), pair => ValueOf(pair.Down(2).First()));

    private static string ValueOf(ProtoMessage any) =>
        any.Has(1) ? any.Text(1)
        : any.Has(2) ? any.Number(2) == 1 ? "true" : "false"
        : any.Has(3) ? ((long)any.Number(3)).ToString(CultureInfo.InvariantCulture)
        : any.Has(4) ? any.Double(4).ToString(CultureInfo.InvariantCulture) : "";
}
