using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace VstrsBot.Keys;

/// <summary>Keys kept as secrets of an Azure Key Vault, read once at start by the bot's own identity.</summary>
internal sealed class VaultKeySource(SecretClient vault) : IKeySource
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    /// <summary>The vault that the settings name; null when they name none.</summary>
    public static VaultKeySource? For(KeySettings settings) => settings.Vault is not { Length: > 0 } address
        ? null
        : new VaultKeySource(new SecretClient(new Uri(address), CredentialFor(settings), new SecretClientOptions { Retry = { NetworkTimeout = AnswersWithin } }));

    /// <summary>The name of a key's secret; a vault takes letters, digits and hyphens.</summary>
    public static string SecretOf(DeskKey key) => key switch
    {
        DeskKey.SeesDigest => "sees-digest",
        DeskKey.Record => "record",
        DeskKey.WorkingData => "working-data",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    };

    public async Task<byte[]?> FindAsync(DeskKey key, CancellationToken ct)
    {
        var name = SecretOf(key);
        try
        {
            var secret = await vault.GetSecretAsync(name, cancellationToken: ct);
            return KeyText.Parse(secret.Value.Value, $"The secret {name} of Keys:{nameof(KeySettings.Vault)}");
        }
        catch (RequestFailedException missing) when (missing is { Status: 404, ErrorCode: "SecretNotFound" })
        {
            return null;
        }
        catch (Exception refused) when (refused is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            var why = refused is RequestFailedException { Status: > 0 and var status } ? $"it answered {status}" : refused is AuthenticationFailedException ? "no token for it could be had" : "it cannot be reached";
            throw new KeyException($"Keys:{nameof(KeySettings.Vault)}", $"does not give the secret {name}: {why}. The bot's identity needs the role Key Vault Secrets User on it.", refused);
        }
    }

    private static TokenCredential CredentialFor(KeySettings settings) => settings.ManagedIdentityClientId is { Length: > 0 } id
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
        : new DefaultAzureCredential();
}
