namespace VstrsBot;

/// <summary>Where the rows are.</summary>
internal sealed record StoreSettings
{
    /// <summary>Embedded is one file and one serving process; Tables is Azure Tables and any number of them.</summary>
    public StoreKind Kind { get; init; } = StoreKind.Embedded;

    /// <summary>Embedded: the file. On either store, outside Production, keys that are missing are made beside it.</summary>
    public string Path { get; init; } = "vstrsbot.db";

    /// <summary>Tables: the address of the account's tables, https://NAME.table.core.windows.net. Required for Tables.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Tables: the table, made when it is missing. 3 to 63 letters and digits, a letter first.</summary>
    public string Table { get; init; } = "vstrsbot";

    /// <summary>Tables: the partition of this desk. Desks that share a table differ in it. 1 to 63 letters, digits and hyphens.</summary>
    public string Desk { get; init; } = "desk";

    /// <summary>
    /// Tables: client id of the user-assigned managed identity that may write the table, a GUID. Unset means what the machine offers: a
    /// system-assigned identity in Azure, or who is signed in on a developer's machine.
    /// </summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Tables: a connection string instead of an identity, for the emulator. Refused in Production.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Tables: how long one call may take, from 1 to 10 seconds.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The connection string holds a key: it stays out of logs and messages.</summary>
    public override string ToString() => $"{nameof(StoreSettings)} {{ {Kind} }}";
}

/// <summary>Which store.</summary>
internal enum StoreKind
{
    /// <summary>One SQLite file, one serving process.</summary>
    Embedded,

    /// <summary>Azure Tables: any number of serving processes.</summary>
    Tables,
}
