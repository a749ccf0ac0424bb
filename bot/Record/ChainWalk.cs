using System.Security.Cryptography;
using System.Text;

namespace VstrsBot.Record;

/// <summary>The first line that is not as it was written: the place in its chain where the walk stopped.</summary>
internal sealed record BadLine(string Chain, long Seq, string Why)
{
    public override string ToString() => $"{Chain} line {Seq}: {Why}";
}

/// <summary>Walks one chain from its first line to its head and stops at the first line that does not fit.</summary>
internal sealed class ChainWalk(RecordSeal seal, string chain)
{
    private byte[] before = new byte[RecordSeal.Length];

    public long Lines { get; private set; }

    public BadLine? Bad { get; private set; }

    public void Take(ReadOnlyMemory<byte> stored)
    {
        if (Bad is not null)
            return;

        var expected = Lines + 1;
        var line = RecordLineJson.Read(stored);
        if (line is null || !SealedText.TrySplit(stored.Span, out var canonical, out var mac))
            Stop(expected, "is not a line of the record");
        else if (line.Chain != chain)
            Stop(expected, $"belongs to {line.Chain}");
        else if (line.Seq != expected)
            Stop(expected, $"line {line.Seq} stands in its place");
        else if (!Fits(canonical, mac))
            Stop(expected, "does not match its MAC");
        else
            Lines = expected;
    }

    /// <summary>Says that a line stands where none may stand.</summary>
    public void Stop(long seq, string why) => Bad ??= new BadLine(chain, seq, why);

    /// <param name="head">The head as kept apart from the lines, or null when there is none.</param>
    public BadLine? End(RecordHead? head)
    {
        if (head is null)
            Stop(Math.Max(Lines, 1), "the chain has no head");
        else if (head.Seq > Lines)
            Stop(Lines + 1, $"is missing; the chain has {head.Seq} lines");
        else if (head.Seq < Lines)
            Stop(head.Seq + 1, "stands after the end of the chain");
        else if (head.Mac != Convert.ToBase64String(before))
            Stop(Math.Max(Lines, 1), "does not match the head of the chain");

        return Bad;
    }

    // The MAC is compared as text: two base64 texts can stand for the same bytes.
    private bool Fits(byte[] canonical, string mac)
    {
        var now = seal.Of(before, canonical);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToBase64String(now)), Encoding.ASCII.GetBytes(mac)))
            return false;

        before = now;
        return true;
    }
}
