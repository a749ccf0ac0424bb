using System.Security.Cryptography;

namespace VstrsBot.Record;

/// <summary>HMAC-SHA-256 under the record key, over the MAC before and the text.</summary>
internal sealed class RecordSeal(ReadOnlyMemory<byte> recordKey)
{
    public const int Length = HMACSHA256.HashSizeInBytes;

    public byte[] Of(ReadOnlySpan<byte> before, ReadOnlySpan<byte> canonical)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, recordKey.Span);
        hmac.AppendData(before);
        hmac.AppendData(canonical);
        return hmac.GetHashAndReset();
    }
}
