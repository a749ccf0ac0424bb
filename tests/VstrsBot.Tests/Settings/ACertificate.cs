using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VstrsBot.Tests.Settings;

/// <summary>A certificate made for a test.</summary>
internal static class ACertificate
{
    /// <summary>The path of a PKCS #12 file with it and its key.</summary>
    public static string In(string folder, string? password, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var end = until ?? new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var made = new CertificateRequest("CN=vstrsbot.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(end.AddYears(-1), end);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.pfx");
        File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12, password));
        return path;
    }
}
