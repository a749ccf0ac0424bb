using System.Runtime.InteropServices;

namespace VstrsBot.Tests.Simulation.Engine;

/// <summary>Everything that happened in a world, in order: as one number to compare runs by, and its last lines to read.</summary>
internal sealed class Trace(int keeps)
{
    private readonly Queue<(DateTimeOffset At, string Line)> last = new();
    private ulong hash = 0xCBF29CE484222325;

    public string Hash => hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    public long Lines { get; private set; }

    public IReadOnlyCollection<string> Last => [.. last.Select(one => $"{one.At:HH:mm:ss.fff} {one.Line}")];

    public void Add(DateTimeOffset at, string line)
    {
        Lines++;
        Mix((ulong)at.UtcTicks);
        Add(line);
        if (keeps == 0)
            return;
        if (last.Count == keeps)
            last.Dequeue();
        last.Enqueue((at, line));
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            Mix(word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            Mix(rest);
        Mix((ulong)bytes.Length);
    }

    private void Add(string text) => Add(MemoryMarshal.AsBytes(text.AsSpan()));

    private void Mix(ulong word) => hash = (hash ^ word ^ (hash >> 29)) * 0x9FB21C651E98DF25;
}
