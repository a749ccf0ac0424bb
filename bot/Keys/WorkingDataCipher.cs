using System.Security.Cryptography;
using System.Text;

namespace VstrsBot.Keys;

/// <summary>
/// Encrypts a handoff's working data with AES-256-GCM under a fresh random nonce, bound to the handoff number: one
/// handoff's data cannot be read as another's. Form: version 1, nonce (12 bytes), tag (16 bytes), cipher text.
/// </summary>
internal sealed class WorkingDataCipher(DeskKeys keys, RandomSource random)
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + NonceLength + TagLength;

    public byte[] Encrypt(string handoff, ReadOnlySpan<byte> plain)
    {
        var sealedData = new byte[HeadLength + plain.Length];
        sealedData[0] = Version;
        var nonce = sealedData.AsSpan(1, NonceLength);
        random.Fill(nonce);

        using var aes = new AesGcm(keys.WorkingData.Span, TagLength);
        aes.Encrypt(nonce, plain, sealedData.AsSpan(HeadLength), sealedData.AsSpan(1 + NonceLength, TagLength), BoundTo(handoff));
        return sealedData;
    }

    /// <exception cref="WorkingDataException">Another key, another handoff's data, or damaged data.</exception>
    public byte[] Decrypt(string handoff, ReadOnlySpan<byte> sealedData)
    {
        if (sealedData.Length < HeadLength || sealedData[0] != Version)
            throw new WorkingDataException($"The working data of {handoff} is not in a form this release knows.");

        var plain = new byte[sealedData.Length - HeadLength];
        try
        {
            using var aes = new AesGcm(keys.WorkingData.Span, TagLength);
            aes.Decrypt(sealedData.Slice(1, NonceLength), sealedData[HeadLength..], sealedData.Slice(1 + NonceLength, TagLength), plain, BoundTo(handoff));
            return plain;
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new WorkingDataException($"The working data of {handoff} cannot be read: it was encrypted under another key or for another handoff, or it is damaged.", error);
        }
    }

    private static byte[] BoundTo(string handoff) => Encoding.UTF8.GetBytes($"working-data\n{Version}\n{handoff}");
}

/// <summary>Working data that cannot be read. The message names the handoff, never what was in it.</summary>
internal sealed class WorkingDataException(string message, Exception? inner = null) : Exception(message, inner);
