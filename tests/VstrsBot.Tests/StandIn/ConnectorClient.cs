using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TeamsStandIn;

namespace VstrsBot.Tests.PretendTeams;

/// <summary>What the pretend connector said.</summary>
internal sealed record Reply(int Status, JsonNode? Body, TimeSpan? RetryAfter)
{
    public string Id => (string)Body!["id"]!;

    public string? Code => (string?)Body?["error"]?["code"];
}

/// <summary>A bot's plain calls of the connector: one request, no retry.</summary>
internal sealed class ConnectorClient(StandIn teams) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public string? Token { get; set; }

    public async Task<Reply> TokenAsync(CancellationToken ct, string? secret = null, string? assertion = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = teams.Options.AppId,
            ["scope"] = "https://api.botframework.com/.default",
        };
        if (assertion is null) form["client_secret"] = secret ?? teams.Options.ClientSecret;
        else (form["client_assertion_type"], form["client_assertion"]) = ("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", assertion);
        using var content = new FormUrlEncodedContent(form);
        using var response = await _http.PostAsync(new Uri(teams.TokenUrl), content, ct);
        var reply = await ReadAsync(response, ct);
        Token = (string?)reply.Body?["access_token"] ?? Token;
        return reply;
    }

    public Task<Reply> ChatAsync(string member, CancellationToken ct) => CallAsync(HttpMethod.Post, "/v3/conversations", new JsonObject
    {
        ["isGroup"] = false,
        ["members"] = new JsonArray(new JsonObject { ["id"] = member }),
        ["tenantId"] = teams.Tenant.Id,
    }, ct);

    public Task<Reply> ThreadAsync(JsonObject? activity, CancellationToken ct) => CallAsync(HttpMethod.Post, "/v3/conversations", new JsonObject
    {
        ["isGroup"] = true,
        ["tenantId"] = teams.Tenant.Id,
        ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = teams.Tenant.DmbChannelId } },
        ["activity"] = activity,
    }, ct);

    public Task<Reply> SendAsync(string conversation, JsonObject activity, CancellationToken ct) =>
        CallAsync(HttpMethod.Post, $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities", activity, ct);

    public Task<Reply> UpdateAsync(string conversation, string id, JsonObject activity, CancellationToken ct) =>
        CallAsync(HttpMethod.Put, $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{id}", activity, ct);

    public Task<Reply> DeleteAsync(string conversation, string id, CancellationToken ct) =>
        CallAsync(HttpMethod.Delete, $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{id}", null, ct);

    public Task<Reply> MemberAsync(string conversation, string id, CancellationToken ct) =>
        CallAsync(HttpMethod.Get, $"/v3/conversations/{Uri.EscapeDataString(conversation)}/members/{Uri.EscapeDataString(id)}", null, ct);

    public async Task<Reply> CallAsync(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, teams.ServiceUrl.TrimEnd('/') + path);
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request, ct);
        return await ReadAsync(response, ct);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        return new((int)response.StatusCode, text.Length is 0 ? null : JsonNode.Parse(text), response.Headers.RetryAfter?.Delta);
    }
}
