using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace VstrsBot.Teams.Inbound;

/// <summary>Fetches the two documents the Bot Service publishes: the metadata, which says where the keys are, and the keys.</summary>
internal sealed class KeyDocuments(HttpClient http, TeamsSettings settings)
{
    /// <summary>The most either document may hold, in bytes.</summary>
    public const int Longest = 1024 * 1024;

    /// <summary>Where the keys are.</summary>
    /// <exception cref="InvalidDataException">The document names no safe place, or another algorithm.</exception>
    public async Task<Uri> FindKeysAsync(CancellationToken ct)
    {
        var metadata = new Uri(settings.OpenIdMetadata);
        var document = OpenIdConnectConfiguration.Create(await http.GetStringAsync(metadata, ct));

        if (document.IdTokenSigningAlgValuesSupported is { Count: > 0 } algorithms && !algorithms.Contains(SecurityAlgorithms.RsaSha256))
            throw new InvalidDataException("The issuer does not sign with RS256.");
        if (!Uri.TryCreate(document.JwksUri, UriKind.Absolute, out var keys) || !IsAsSafeAs(metadata, keys))
            throw new InvalidDataException("The issuer's keys have no safe address.");

        return keys;
    }

    /// <summary>The keys by id.</summary>
    public async Task<IReadOnlyDictionary<string, PublishedKey>> ReadKeysAsync(Uri keys, CancellationToken ct)
    {
        var document = JsonWebKeySet.Create(await http.GetStringAsync(keys, ct));
        return document.Keys.Select(PublishedKey.TryRead).OfType<PublishedKey>()
            .DistinctBy(key => key.Key.KeyId, StringComparer.Ordinal)
            .ToDictionary(key => key.Key.KeyId, StringComparer.Ordinal);
    }

    private static bool IsAsSafeAs(Uri metadata, Uri keys) =>
        keys.Scheme == Uri.UriSchemeHttps || (keys.Scheme == Uri.UriSchemeHttp && keys.IsLoopback && metadata.Scheme == Uri.UriSchemeHttp);
}
