namespace VstrsBot.Teams.Outbound;

/// <summary>When the bot's credential runs out.</summary>
internal static class CredentialExpiry
{
    /// <summary>Days before the end at which somebody is warned.</summary>
    public static readonly IReadOnlyList<int> WarnsAt = [30, 7, 1];

    /// <summary>The first moment it is no good; null for what does not run out, and for a secret whose day was not set.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The certificate cannot be opened.</exception>
    public static DateTimeOffset? Of(CredentialSettings credential)
    {
        if (credential.Kind == CredentialKind.ClientSecret)
            return credential.SecretExpires is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
        if (credential.Kind != CredentialKind.Certificate)
            return null;

        using var certificate = TeamsCertificate.Load(credential);
        return new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
    }

    /// <summary>Whole days left, rounded down; below zero once it has run out.</summary>
    public static int DaysLeft(DateTimeOffset until, DateTimeOffset now) => (int)Math.Floor((until - now).TotalDays);
}
