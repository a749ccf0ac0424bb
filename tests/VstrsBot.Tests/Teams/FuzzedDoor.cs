using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Tests.Teams;

/// <summary>The endpoint itself, without a web server before it: fast enough for millions of calls. Keeps nothing of what it is sent.</summary>
internal sealed class FuzzedDoor : IActivityHandler, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 42, 0, TimeSpan.Zero));
    private readonly LocalIssuer issuer;
    private ServiceProvider? services;
    private long handled;

    private FuzzedDoor() => issuer = new LocalIssuer(time);

    /// <summary>How many calls came through to a handler.</summary>
    public long Handled => Interlocked.Read(ref handled);

    public TokenText Token => new(time.GetUtcNow());

    /// <summary>A good token, signed once.</summary>
    public string Good => field ??= Token.Signed();

    public static async Task<FuzzedDoor> OpenAsync()
    {
        var door = new FuzzedDoor();
        await door.issuer.StartAsync();
        door.services = new ServiceCollection()
            .AddLogging().AddMetrics()
            .AddSingleton<TimeProvider>(door.time).AddSingleton<IActivityHandler>(door)
            .AddTeams(new TeamsSettings
            {
                AppId = Ids.App,
                TenantId = Ids.Tenant,
                OpenIdMetadata = door.issuer.Metadata,
                Credential = new CredentialSettings { Kind = CredentialKind.ClientSecret, ClientSecret = "not used here" },
            })
            .BuildServiceProvider();
        return door;
    }

    /// <summary>One call. An exception that comes out would be a crash.</summary>
    public async Task<int> PostAsync(string authorization, byte[] body)
    {
        var context = new DefaultHttpContext { RequestServices = services! };
        context.Request.Method = HttpMethods.Post;
        context.Request.Headers.Authorization = authorization;
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
        await services!.GetRequiredService<ActivityEndpoint>().AnswerAsync(context);
        return context.Response.StatusCode;
    }

    public Task<bool> HearsAsync(Activity activity, CancellationToken ct) => Task.FromResult(true);

    /// <summary>Reads what every handler reads.</summary>
    public Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken ct)
    {
        Interlocked.Increment(ref handled);
        _ = activity.WithoutMentions();
        _ = activity.IsAddressedToBot();
        _ = activity.Channel;
        CardAction.TryRead(activity, out _, out _);
        return Task.FromResult(InvokeResponse.Message("Read."));
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        await issuer.DisposeAsync();
    }

    public static byte[] Utf8(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());
}
