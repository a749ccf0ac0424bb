using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VstrsBot.Keys;

/// <summary>A SEES ID code as the desk keeps it: a keyed digest, compared in fixed time, printed by nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CodeDigest
{
    private readonly byte[]? value;

    private CodeDigest(byte[] value) => this.value = value;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static CodeDigest FromBytes(ReadOnlySpan<byte> digest) => digest.Length == HMACSHA256.HashSizeInBytes
        ? new CodeDigest(digest.ToArray())
        : throw new ArgumentException("A digest has 32 bytes.", nameof(digest));

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    /// <exception cref="FormatException">Not the base64url text of a digest.</exception>
    public static CodeDigest FromStored(string text)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length == HMACSHA256.HashSizeInBytes ? new CodeDigest(bytes) : throw new FormatException("Not a digest.");
    }

    /// <summary>Base64url text, 43 characters, for the register's row and nothing else.</summary>
    public string ToStored() => Base64Url.EncodeToString(value ?? throw new InvalidOperationException("There is no digest here."));

    /// <summary>Whether both are digests of the same code for the same adviser. No digest matches nothing.</summary>
    public bool Matches(CodeDigest other) =>
        value is not null && other.value is not null && CryptographicOperations.FixedTimeEquals(value, other.value);

    public bool Equals(CodeDigest other) => value is null ? other.value is null : Matches(other);

    public override int GetHashCode() => value is null ? 0 : MemoryMarshal.Read<int>(value);

    public override string ToString() => "(digest)";
}
