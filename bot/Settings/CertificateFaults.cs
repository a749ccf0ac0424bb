using System.Security.Cryptography;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Settings;

/// <summary>Opens the certificate that the settings name: a wrong path or password shows at the start, not at the first message.</summary>
internal static class CertificateFaults
{
    private const string Section = $"{nameof(BotSettings.Teams)}:{nameof(TeamsSettings.Credential)}";

    public static IEnumerable<SettingFault> Of(CredentialSettings credential)
    {
        if (credential.Kind != CredentialKind.Certificate || WhyNot(credential) is not var (name, reason))
            return [];
        return [new SettingFault($"{Section}:{name}", reason)];
    }

    private static (string Name, string Reason)? WhyNot(CredentialSettings credential)
    {
        var byPath = credential.CertificatePath is { Length: > 0 };
        var place = byPath ? nameof(credential.CertificatePath) : nameof(credential.CertificateThumbprint);
        if (byPath == credential.CertificateThumbprint is { Length: > 0 })
            return null; // said already: one of the two
        if (byPath && !File.Exists(credential.CertificatePath))
            return (place, "names a file that is not there or may not be read");

        try
        {
            using var certificate = TeamsCertificate.Load(credential);
            return certificate.HasPrivateKey ? null : (place, "names a certificate without its private key");
        }
        catch (Exception unread) when (unread is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return byPath ? (nameof(credential.CertificatePassword), "does not open the file of CertificatePath, a PKCS #12 file (.pfx)") : (place, "is that of no certificate in this account's store");
        }
    }
}
