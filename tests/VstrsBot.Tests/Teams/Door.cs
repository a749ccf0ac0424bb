using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The real endpoint on a real server, with a pretend issuer and a clock set by hand.</summary>
public abstract class Door : IAsyncLifetime
{
    private readonly HttpClient _caller = new();
    private readonly MeterListener _meter = new();
    private Loopback? _server;
    private int _refused;

    protected Door() => Issuer = new LocalIssuer(Time);

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 42, 0, TimeSpan.Zero));

    internal LocalIssuer Issuer { get; }

    internal RecordingHandler Handler { get; } = new();

    internal LogLines Logs { get; } = new();

    internal int Refused => _refused;

    internal IServiceProvider Services => _server!.Services;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected virtual TeamsSettings Settings => new()
    {
        AppId = Ids.App,
        TenantId = Ids.Tenant,
        OpenIdMetadata = Issuer.Metadata,
        Credential = new CredentialSettings { Kind = CredentialKind.ClientSecret, ClientSecret = "not used here" },
    };

    private protected virtual bool Development => false;

    public async ValueTask InitializeAsync()
    {
        await Issuer.StartAsync();
        _server = await Loopback.StartAsync(
            app =>
            {
                ListenTo(app.Services.GetRequiredService<IMeterFactory>());
                app.MapTeams();
            },
            services => services.AddSingleton<TimeProvider>(Time).AddSingleton<IActivityHandler>(Handler).AddTeams(Settings, Development),
            Logs);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _caller.Dispose();
        _meter.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    internal TokenText Token() => new(Time.GetUtcNow());

    internal Task<Reply> PostAsync(JsonObject activity, string? authorization = null) =>
        SendAsync(HttpMethod.Post, new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), authorization ?? $"Bearer {Token().Signed()}");

    internal Task<Reply> PostAsync(HttpContent? body) => SendAsync(HttpMethod.Post, body, $"Bearer {Token().Signed()}");

    internal async Task<Reply> SendAsync(HttpMethod method, HttpContent? body, params string[] authorization)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server!.Address, "api/messages"));
        request.Content = body;
        foreach (var value in authorization) request.Headers.TryAddWithoutValidation("Authorization", value);

        using var response = await _caller.SendAsync(request, Stop);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(Stop), response.Headers.CacheControl, response.Content.Headers.ContentType);
    }

    /// <summary>The answer's first line; the headers go out as they are given, which no HTTP client does.</summary>
    internal Task<string?> PostRawAsync(string headers, JsonObject activity)
    {
        var body = activity.ToJsonString();
        return PostRawAsync($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}", body);
    }

    /// <summary>The same, with a body that may be none.</summary>
    internal async Task<string?> PostRawAsync(string headers, string body)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(_server!.Address.Host, _server.Address.Port, Stop);
        await caller.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n{headers}\r\n{body}"), Stop);
        using var reader = new StreamReader(caller.GetStream());
        return await reader.ReadLineAsync(Stop);
    }

    internal static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    private void ListenTo(IMeterFactory factory)
    {
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == RefusalCounter.Name && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
        };
        _meter.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _refused, (int)count));
        _meter.Start();
    }

    internal sealed record Reply(int Status, string Body, CacheControlHeaderValue? Caching, MediaTypeHeaderValue? Type);
}
