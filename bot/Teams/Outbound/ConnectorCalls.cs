using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace VstrsBot.Teams.Outbound;

/// <summary>One call to Teams: the host checked, then a token, then one attempt; a 401 is tried once more with a fresh token.</summary>
internal sealed class ConnectorCalls(HttpClient http, IConnectorToken tokens, ServiceHosts hosts, TeamsSettings settings, TimeProvider time)
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "Teams connector";

    /// <summary>The answer, when it is a success.</summary>
    /// <exception cref="ConnectorException">Anything else.</exception>
    public async Task<ConnectorAnswer> SendAsync(HttpMethod method, Uri serviceUrl, string path, JsonObject? body, CancellationToken ct)
    {
        if (!hosts.Allow(serviceUrl)) throw new ConnectorException(status: 0, ConnectorException.HostNotAllowed, ambiguous: false);

        var address = new Uri(serviceUrl.AbsoluteUri.TrimEnd('/') + path);
        var content = body is null ? null : WireJson.ToUtf8(body);

        var token = await tokens.GetAsync(refused: null, ct);
        var answer = await TryOnceAsync(method, address, content, token, ct);
        if (answer.Status == StatusCodes.Status401Unauthorized)
            answer = await TryOnceAsync(method, address, content, await tokens.GetAsync(refused: token, ct), ct);

        return answer.IsSuccess ? answer : throw answer.ToException();
    }

    private async Task<ConnectorAnswer> TryOnceAsync(HttpMethod method, Uri address, byte[]? content, string token, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(settings.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = content is null ? null : JsonOf(content);

        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return await ConnectorAnswer.ReadAsync(response, time.GetUtcNow(), either.Token);
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
