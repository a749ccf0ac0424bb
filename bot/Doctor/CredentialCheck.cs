using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using VstrsBot.Clock;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Doctor;

/// <summary>When the bot's credential runs out.</summary>
internal sealed class CredentialCheck(TeamsSettings teams, TimeProvider time) : ICheck
{
    public string Name => "Credential";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield return Look();
    }

    private Finding Look()
    {
        try
        {
            return CredentialExpiry.Of(teams.Credential) is { } until ? RunsOut(until) : teams.Credential.Kind == CredentialKind.ClientSecret
                ? Finding.Warn("Nobody knows when the client secret runs out.", "Set Teams:Credential:SecretExpires to its day, as Entra shows it.")
                : Finding.Good($"{teams.Credential.Kind} does not run out.");
        }
        catch (Exception unread) when (unread is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("The certificate cannot be opened.", "Check Teams:Credential:CertificatePath and CertificatePassword, or CertificateThumbprint.");
        }
    }

    private Finding RunsOut(DateTimeOffset until)
    {
        const string Renew = "Make a new one, set it and restart: see README, When a credential runs out.";
        var left = CredentialExpiry.DaysLeft(until, time.GetUtcNow());
        var says = $"The credential runs out on {UkClock.At(until).Date} {until.Year}, in {left} days.";
        return left < 0 ? Finding.Bad("The credential has run out.", Renew)
            : left <= CredentialExpiry.WarnsAt.Max() ? Finding.Warn(says, Renew)
            : Finding.Good(says);
    }
}
