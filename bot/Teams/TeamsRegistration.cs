using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Identity.Client;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using VstrsBot.Teams.Playground;

namespace VstrsBot.Teams;

/// <summary>Puts the adapter into the app.</summary>
internal static class TeamsRegistration
{
    private const int LongestAnswer = 4 * 1024 * 1024;
    private const string KeysClient = "Teams keys";
    private static readonly TimeSpan AskAtMost = TimeSpan.FromSeconds(5);

    /// <summary>Adds the adapter. The app adds an <see cref="IActivityHandler"/> itself, and checks the settings first.</summary>
    /// <param name="development">Only there may <see cref="TeamsSettings.Playground"/> be set.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsSettings settings, bool development = false)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<ServiceHosts>();
        services.AddInbound().AddOutbound(settings.Credential.Kind);
        PlaygroundSwitch.Add(services, settings, development);
        return services;
    }

    /// <summary>Maps POST /api/messages; other methods get 405.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<ActivityEndpoint>();
        routes.MapPost(ActivityEndpoint.Path, endpoint.AnswerAsync);
        return routes;
    }

    private static IServiceCollection AddInbound(this IServiceCollection services)
    {
        services.AddQuietClient(KeysClient, KeyDocuments.Longest, AskAtMost);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<KeyDocuments>(provider, provider.ClientFor(KeysClient)));
        services.AddSingleton<PublishedKeys>();
        services.AddSingleton<BotTokenValidation>();
        services.AddSingleton<ICallProof>(provider => provider.GetRequiredService<BotTokenValidation>());
        services.AddSingleton<ActivityRules>();
        services.AddSingleton<RefusalCounter>();
        services.AddSingleton<ActivityEndpoint>();
        return services;
    }

    private static IServiceCollection AddOutbound(this IServiceCollection services, CredentialKind kind)
    {
        services.AddTransient<TokenEndpointOverride>();
        services.AddQuietClient(TokenRequests.Client, LongestAnswer, AskAtMost).AddHttpMessageHandler<TokenEndpointOverride>();
        services.AddSingleton<IMsalHttpClientFactory, TokenRequests>();
        if (kind == CredentialKind.ManagedIdentity) services.AddSingleton<ITokenSource, ManagedIdentityTokenSource>();
        else services.AddSingleton<ITokenSource, AppTokenSource>();
        services.AddSingleton<TokenFailures>();
        services.AddSingleton<IConnectorToken, ConnectorToken>();
        services.AddSingleton<CredentialWatch>();

        services.AddQuietClient(ConnectorCalls.Client, LongestAnswer, Timeout.InfiniteTimeSpan); // each call bounds itself
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorCalls>(provider, provider.ClientFor(ConnectorCalls.Client)));
        services.AddSingleton<IConnector, Connector>();
        return services;
    }

    // No redirects: a token goes where it was meant to go. No logs: addresses hold people's ids.
    private static IHttpClientBuilder AddQuietClient(this IServiceCollection services, string name, int longestAnswer, TimeSpan timeout) => services
        .AddHttpClient(name, client =>
        {
            client.MaxResponseContentBufferSize = longestAnswer;
            client.Timeout = timeout;
        })
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();

    private static HttpClient ClientFor(this IServiceProvider provider, string name) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
