namespace VstrsBot.Keys;

/// <summary>
/// The section <c>Keys</c>: for each key either its value, or a file that holds it, or a vault that holds all that are not set. A value is base64 of 32 bytes
/// (<c>openssl rand -base64 32</c>); a file holds the same text. In Production each must be set; elsewhere a missing one
/// is made in <c>keys/</c> beside the store.
/// </summary>
internal sealed class KeySettings
{
    public const string Section = "Keys";

    /// <summary>The key that digests SEES ID codes, base64.</summary>
    public string? SeesDigest { get; set; }

    /// <summary>The path of a file that holds the key that digests SEES ID codes.</summary>
    public string? SeesDigestFile { get; set; }

    /// <summary>The key that seals the record, base64.</summary>
    public string? Record { get; set; }

    /// <summary>The path of a file that holds the key that seals the record.</summary>
    public string? RecordFile { get; set; }

    /// <summary>The key that encrypts working data, base64.</summary>
    public string? WorkingData { get; set; }

    /// <summary>The path of a file that holds the key that encrypts working data.</summary>
    public string? WorkingDataFile { get; set; }

    /// <summary>
    /// The address of an Azure Key Vault, https, for keys that are not set above: its secrets sees-digest, record and working-data, each the same
    /// base64 text.
    /// </summary>
    public string? Vault { get; set; }

    /// <summary>
    /// Vault: client id of the user-assigned managed identity that may read it, a GUID. Unset: what the machine offers, a system-assigned identity in
    /// Azure or who is signed in on a developer's machine.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }
}
