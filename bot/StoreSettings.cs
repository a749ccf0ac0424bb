using System.Text.RegularExpressions;
using VstrsBot.Teams;

namespace VstrsBot;

/// <summary>Where the rows are.</summary>
internal sealed partial record StoreSettings
{
    /// <summary>Default: embedded, for one serving process.</summary>
    public StoreKind Kind { get; init; } = StoreKind.Embedded;

    /// <summary>Embedded: the file. Default: vstrsbot.db in the working folder. Outside Production missing keys are made beside it, on either store.</summary>
    public string Path { get; init; } = "vstrsbot.db";

    /// <summary>Tables: the address of the account's tables, for example https://NAME.table.core.windows.net. Required unless there is a connection string.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Tables: the table, made when it is missing. 3 to 63 letters and digits, a letter first.</summary>
    public string Table { get; init; } = "vstrsbot";

    /// <summary>Tables: the partition of this desk. Desks that share a table differ in it. 1 to 63 letters, digits and hyphens.</summary>
    public string Desk { get; init; } = "desk";

    /// <summary>
    /// Tables: client id of the user-assigned managed identity that may write the table, a GUID. Null (the default): what the machine offers, a
    /// system-assigned identity in Azure or who is signed in on a developer's machine.
    /// </summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Tables: a connection string instead of an identity, for the emulator. Refused in Production.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Tables: how long one call may take, from 1 to 10 seconds; 5 by default.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The connection string holds a key: it stays out of logs and messages.</summary>
    public override string ToString() => $"{nameof(StoreSettings)} {{ {Kind} }}";

    /// <summary>Everything that stops the start.</summary>
    public IEnumerable<SettingFault> Faults(bool production)
    {
        if (!Enum.IsDefined(Kind))
            yield return Fault(nameof(Kind), "must be Embedded or Tables.");
        if (Kind != StoreKind.Tables)
            yield break;

        if (ConnectionString is not null && production)
            yield return Fault(nameof(ConnectionString), "is for the emulator and refused in Production: give Endpoint, and a managed identity.");
        if (ConnectionString is null && !IsEndpoint(Endpoint))
            yield return Fault(nameof(Endpoint), "must be the https address of the account's tables, with nothing after the host.");
        if (!TableName().IsMatch(Table))
            yield return Fault(nameof(Table), "must be 3 to 63 letters and digits, a letter first.");
        if (!DeskName().IsMatch(Desk))
            yield return Fault(nameof(Desk), "must be 1 to 63 letters, digits and hyphens.");
        if (ManagedIdentityClientId is { } id && !Guid.TryParseExact(id, "D", out _))
            yield return Fault(nameof(ManagedIdentityClientId), "must be the managed identity's client id, a GUID.");
        if (CallTimeout < TimeSpan.FromSeconds(1) || CallTimeout > TimeSpan.FromSeconds(10))
            yield return Fault(nameof(CallTimeout), "must be from 1 to 10 seconds.");
    }

    private static SettingFault Fault(string name, string reason) => new($"Store:{name}", reason);

    // Nothing after the host: an access signature would stand there.
    private static bool IsEndpoint(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address is { UserInfo: "", PathAndQuery: "/", Fragment: "" };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableName();

    [GeneratedRegex("^[A-Za-z0-9-]{1,63}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeskName();
}

/// <summary>Which store.</summary>
internal enum StoreKind
{
    /// <summary>One SQLite file, one serving process.</summary>
    Embedded,

    /// <summary>Azure Tables: any number of serving processes.</summary>
    Tables,
}
