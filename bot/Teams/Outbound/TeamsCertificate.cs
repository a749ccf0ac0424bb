using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VstrsBot.Teams.Outbound;

/// <summary>Finds the certificate the settings name.</summary>
internal static class TeamsCertificate
{
    /// <summary>The certificate, with its private key.</summary>
    /// <exception cref="CryptographicException">There is none, or the file cannot be opened with that password.</exception>
    public static X509Certificate2 Load(CredentialSettings credential)
    {
        if (credential.CertificatePath is { Length: > 0 } path)
            return X509CertificateLoader.LoadPkcs12FromFile(path, credential.CertificatePassword);

        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Find(X509FindType.FindByThumbprint, credential.CertificateThumbprint!, validOnly: false).FirstOrDefault()
            ?? throw new CryptographicException("No certificate with that thumbprint.");
    }
}
