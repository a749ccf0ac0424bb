using System.Text;

namespace VstrsBot.Record;

/// <summary>
/// A JSON object with its MAC as the last member. The MAC covers the bytes as they stand, so that reading never depends on
/// writing them the same way again.
/// </summary>
internal static class SealedText
{
    private static readonly byte[] Before = Encoding.UTF8.GetBytes(",\"mac\":\"");
    private static readonly byte[] After = Encoding.UTF8.GetBytes("\"}");
    private static readonly int MacLength = Convert.ToBase64String(new byte[RecordSeal.Length]).Length;

    public static byte[] Join(ReadOnlySpan<byte> canonical, string mac) =>
        [.. canonical[..^1], .. Before, .. Encoding.ASCII.GetBytes(mac), .. After];

    public static bool TrySplit(ReadOnlySpan<byte> text, out byte[] canonical, out string mac)
    {
        (canonical, mac) = ([], "");
        var end = text.Length - Before.Length - MacLength - After.Length;
        if (end < 1 || !text.EndsWith(After) || !text[end..].StartsWith(Before))
            return false;

        canonical = [.. text[..end], (byte)'}'];
        mac = Encoding.ASCII.GetString(text.Slice(end + Before.Length, MacLength));
        return true;
    }
}
