namespace VstrsBot.Keys;

/// <summary>The three keys of a desk. Each is 32 random bytes, and no two are the same.</summary>
internal enum DeskKey
{
    /// <summary>Digests SEES ID codes. Changing it means importing the register again.</summary>
    SeesDigest,

    /// <summary>Seals the record. A record is verified with the key it was written under.</summary>
    Record,

    /// <summary>Encrypts working data. Losing it loses the details of open handoffs.</summary>
    WorkingData,
}
