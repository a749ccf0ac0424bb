using Microsoft.Identity.Client;

namespace VstrsBot.Teams.Outbound;

/// <summary>The HTTP client the identity library asks for tokens with.</summary>
internal sealed class TokenRequests(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    /// <summary>The client's name.</summary>
    public const string Client = "Teams token";

    /// <inheritdoc/>
    public HttpClient GetHttpClient() => clients.CreateClient(Client);
}

/// <summary>Sends requests for a token to the address in the settings, where there is one, instead of the authority's.</summary>
internal sealed class TokenEndpointOverride(TeamsSettings settings) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (settings.TokenEndpoint is { } endpoint && request.Method == HttpMethod.Post) request.RequestUri = new Uri(endpoint);

        return base.SendAsync(request, cancellationToken);
    }
}
