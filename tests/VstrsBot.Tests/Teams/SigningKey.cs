using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Teams;

/// <summary>A key a pretend issuer signs with and publishes.</summary>
internal sealed class SigningKey
{
    private readonly RSA _rsa;

    private SigningKey(string id, int bits)
    {
        Id = id;
        _rsa = RSA.Create(bits);
    }

    public static SigningKey First { get; } = new("key-1", 2048);

    public static SigningKey Second { get; } = new("key-2", 2048);

    public static SigningKey Third { get; } = new("key-3", 2048);

    public static SigningKey Fourth { get; } = new("key-4", 2048);

    public static SigningKey Short { get; } = new("key-short", 1024);

    public string Id { get; }

    public JsonObject Published(params string[] endorsements)
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]),
        };
    }

    public JsonObject PublishedWithCertificate(DateTimeOffset from, DateTimeOffset to)
    {
        var request = new CertificateRequest("CN=issuer.example", _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(from, to);
        var published = Published("msteams");
        published["x5c"] = new JsonArray(Convert.ToBase64String(certificate.Export(X509ContentType.Cert)));
        return published;
    }

    public string Sign(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var signature = _rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public string SignAs(HashAlgorithmName hash, string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, RSASignaturePadding.Pkcs1))}";
    }

    public string SignPadded(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss))}";
    }

    /// <summary>The old trick: the public key used as a shared secret.</summary>
    public string MacWithPublicKey(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
