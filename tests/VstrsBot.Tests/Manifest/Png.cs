using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace VstrsBot.Tests.Manifest;

/// <summary>A PNG of 8-bit RGB or RGBA, not interlaced, as its pixels. PNG specification, 9 (filters) and 11 (chunks).</summary>
internal sealed class Png
{
    private readonly byte[] pixels;
    private readonly int channels;

    public Png(byte[] file)
    {
        using var data = new MemoryStream();
        foreach (var (type, content) in Chunks(file))
        {
            if (type == "IHDR")
            {
                (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4)));
                channels = (content[8], content[9], content[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    _ => throw new InvalidDataException("Not 8-bit RGB or RGBA."),
                };
            }
            else if (type == "IDAT")
            {
                data.Write(content);
            }
        }

        data.Position = 0;
        using var lines = new ZLibStream(data, CompressionMode.Decompress);
        pixels = Unfiltered(lines);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green, blue, alpha.</summary>
    public (byte R, byte G, byte B, byte A) At(int x, int y)
    {
        var at = ((y * Width) + x) * channels;
        return (pixels[at], pixels[at + 1], pixels[at + 2], channels == 4 ? pixels[at + 3] : byte.MaxValue);
    }

    public IEnumerable<(byte R, byte G, byte B, byte A)> Pixels => from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select At(x, y);

    private static IEnumerable<(string Type, byte[] Content)> Chunks(byte[] file)
    {
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    private byte[] Unfiltered(Stream lines)
    {
        var width = Width * channels;
        var all = new byte[width * Height];
        for (var y = 0; y < Height; y++)
        {
            var filter = lines.ReadByte();
            var line = all.AsSpan(y * width, width);
            lines.ReadExactly(line);
            var above = y == 0 ? new byte[width] : all.AsSpan((y - 1) * width, width).ToArray();
            for (var x = 0; x < width; x++)
            {
                var (left, corner) = x < channels ? (0, 0) : (line[x - channels], above[x - channels]);
                line[x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => above[x], 3 => (left + above[x]) / 2, 4 => Paeth(left, above[x], corner), _ => throw new InvalidDataException("No such filter.") });
            }
        }

        return all;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
