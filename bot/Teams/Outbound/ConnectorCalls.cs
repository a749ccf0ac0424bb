using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace VstrsBot.Teams.Outbound;

/// <summary>
/// One call to Teams: the host checked, then a token, then one attempt; a 401 is tried once more with a fresh token. All of it together is
/// bounded: a send must be over before another process may take it for lost.
/// </summary>
internal sealed class ConnectorCalls(HttpClient http, IConnectorToken tokens, ServiceHosts hosts, TeamsSettings settings, TimeProvider time)
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "Teams connector";

    /// <summary>The most that the settings may allow for one call.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The answer, when it is a success.</summary>
    /// <exception cref="ConnectorException">Anything else.</exception>
    public async Task<ConnectorAnswer> SendAsync(HttpMethod method, Uri serviceUrl, string path, JsonObject? body, CancellationToken ct)
    {
        if (!hosts.Allow(serviceUrl)) throw new ConnectorException(status: 0, ConnectorException.HostNotAllowed, ambiguous: false);

        var address = new Uri(serviceUrl.AbsoluteUri.TrimEnd('/') + path);
        var content = body is null ? null : WireJson.ToUtf8(body);

        using var late = new CancellationTokenSource(settings.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        var token = await TokenAsync(refused: null, either.Token, ct);
        var answer = await TryOnceAsync(method, address, content, token, either.Token, ct);
        if (answer.Status == StatusCodes.Status401Unauthorized)
            answer = await TryOnceAsync(method, address, content, await TokenAsync(refused: token, either.Token, ct), either.Token, ct);

        return answer.IsSuccess ? answer : throw answer.ToException();
    }

    private async Task<string> TokenAsync(string? refused, CancellationToken inTime, CancellationToken ct)
    {
        try
        {
            return await tokens.GetAsync(refused, inTime);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ConnectorException(status: 0, ConnectorException.TokenUnavailable, ambiguous: false);
        }
    }

    private async Task<ConnectorAnswer> TryOnceAsync(HttpMethod method, Uri address, byte[]? content, string token, CancellationToken inTime, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = content is null ? null : JsonOf(content);

        try
        {
            using var response = await http.SendAsync(request, inTime);
            return await ConnectorAnswer.ReadAsync(response, time.GetUtcNow(), inTime);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ConnectorException(status: 0, ConnectorException.TimedOut, ambiguous: true);
        }
        catch (HttpRequestException fault)
        {
            throw new ConnectorException(status: 0, ConnectorException.NoConnection, ambiguous: !NeverConnected(fault));
        }
    }

    private static bool NeverConnected(HttpRequestException fault) => fault.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static ByteArrayContent JsonOf(byte[] content)
    {
        var json = new ByteArrayContent(content);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return json;
    }
}
