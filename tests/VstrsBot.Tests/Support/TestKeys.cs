using VstrsBot.Keys;

namespace VstrsBot.Tests.Support;

/// <summary>Keys that are the same in each run.</summary>
internal static class TestKeys
{
    public static DeskKeys Desk { get; } = From(1);

    public static DeskKeys From(byte first) => new(Filled(first), Filled((byte)(first + 1)), Filled((byte)(first + 2)));

    private static byte[] Filled(byte with) => [.. Enumerable.Repeat(with, 32)];
}
