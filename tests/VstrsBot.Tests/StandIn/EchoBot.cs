using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>A bot small enough to judge the pretend Teams by: checks the service token, does as it is told, echoes cards.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoBot(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonObject> Received { get; } = [];

    /// <summary>What it answers; by itself an invoke gets a card that repeats its data.</summary>
    public Func<JsonObject, CancellationToken, Task<JsonNode?>> Answer { get; set; } = (activity, _) => Task.FromResult(Echo(activity));

    public Uri Endpoint { get; private set; } = null!;

    public static async Task<EchoBot> StartAsync(ServiceTokenCheck check, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bot = new EchoBot(builder.Build());
        bot._app.MapPost("/api/messages", context => bot.TakeAsync(context, check));
        await bot._app.StartAsync(ct);
        var addresses = bot._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        bot.Endpoint = new Uri(addresses.Single() + "/api/messages");
        return bot;
    }

    public static JsonNode? Echo(JsonObject activity) => (string?)activity["name"] is "adaptiveCard/action"
        ? Cards.Answer(Cards.Saying($"you sent {activity["value"]!["action"]!["data"]?.ToJsonString()}"))
        : null;

    public IEnumerable<string?> Texts => Received.Select(a => (string?)a["text"]);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, ServiceTokenCheck check)
    {
        var activity = (await context.Request.ReadFromJsonAsync<JsonObject>(context.RequestAborted))!;
        if (!await check.AcceptsAsync(context.Request.Headers.Authorization, activity, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Received.Enqueue(activity);
        if (await Answer(activity, context.RequestAborted) is { } body) await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }
}
