using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using VstrsBot.Keys;
using VstrsBot.Tests.Settings;
using Xunit;

namespace VstrsBot.Tests.Keys;

/// <summary>Keys that are not set are read from a vault: its real client, an invented vault.</summary>
public sealed class VaultKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_that_are_not_set_come_from_the_vault()
    {
        var vault = new Vault { ["sees-digest"] = Configured.KeyOf(1), ["record"] = Configured.KeyOf(2), ["working-data"] = Configured.KeyOf(3) };
        var keys = await LoadAsync(new KeySettings { Record = Configured.KeyOf(9) }, vault);
        Assert.Equal((1, 9, 3), (keys.SeesDigest.Span[0], keys.Record.Span[0], keys.WorkingData.Span[0]));
        Assert.DoesNotContain("/secrets/record", vault.Asked);
    }

    [Fact]
    public async Task A_key_that_is_in_neither_is_named_with_the_secret_it_could_be()
    {
        var missing = await Assert.ThrowsAsync<KeyException>(() => LoadAsync(new KeySettings(), new Vault { ["sees-digest"] = Configured.KeyOf(1) }));
        Assert.Equal("Keys:Record", missing.Where);
        Assert.Contains("the secret record", missing.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "it answered 403")]
    [InlineData(404, "it answered 404")]
    public async Task A_vault_that_refuses_stops_the_start_with_what_to_do(int status, string why)
    {
        var refused = await Assert.ThrowsAsync<KeyException>(() => LoadAsync(new KeySettings(), new Vault { Refuses = (HttpStatusCode)status }));
        Assert.Equal("Keys:Vault", refused.Where);
        Assert.Contains(why, refused.Reason, StringComparison.Ordinal);
        Assert.Contains("Key Vault Secrets User", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_key_is_named_and_not_repeated()
    {
        var bad = await Assert.ThrowsAsync<KeyException>(() => LoadAsync(new KeySettings(), new Vault { ["sees-digest"] = "Canary" }));
        Assert.Contains("sees-digest", bad.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_a_vault_stands_for_keys_that_are_not_set()
    {
        (string, string?)[] unset = [("Keys:SeesDigest", null), ("Keys:Record", null), ("Keys:WorkingData", null)];
        Assert.Empty(await Configured.FaultsAsync(production: true, [.. unset, ("Keys:Vault", "https://vault.example/")]));
        Assert.Equal(3, (await Configured.FaultsAsync(production: true, unset)).Count);
        Assert.NotNull(VaultKeySource.For(new KeySettings { Vault = "https://vault.example/" }));
        Assert.Null(VaultKeySource.For(new KeySettings()));
    }

    private static Task<DeskKeys> LoadAsync(KeySettings settings, Vault vault) => DeskKeys.LoadAsync([new SettingsKeySource(settings), new VaultKeySource(vault.Client)], Ct);

    /// <summary>Answers as a vault does. Key Vault REST reference, Get Secret.</summary>
    private sealed class Vault : HttpMessageHandler
    {
        private static readonly Uri Address = new("https://vault.example/");
        private readonly Dictionary<string, string> secrets = [];

        public List<string> Asked { get; } = [];

        public HttpStatusCode? Refuses { get; init; }

        public string this[string name]
        {
            set => secrets[name] = value;
        }

        public SecretClient Client => new(Address, new NoToken(), new SecretClientOptions
        {
            Transport = new HttpClientTransport(this),
            Retry = { MaxRetries = 0 },
            DisableChallengeResourceVerification = true,
        });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath.TrimEnd('/');
            Asked.Add(path);
            if (Refuses is { } status)
                return Task.FromResult(Answer(status, new { error = new { code = "Forbidden", message = "no" } }));
            return Task.FromResult(secrets.TryGetValue(path.Split('/')[^1], out var value)
                ? Answer(HttpStatusCode.OK, new { value, id = new Uri(Address, path + "/1") })
                : Answer(HttpStatusCode.NotFound, new { error = new { code = "SecretNotFound", message = "no such secret" } }));
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, object body) =>
            new(status) { Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json") };
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
