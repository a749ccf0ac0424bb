using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace VstrsBot.Record;

/// <summary>Verifies an exported file, byte by byte, against its own sealed trailer.</summary>
internal sealed class ExportVerifier(RecordSeal seal)
{
    private const string Trailer = "trailer";

    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<Verified> VerifyAsync(Stream export, CancellationToken ct)
    {
        var walks = new List<(string Chain, ChainWalk Walk)>();
        byte[]? trailer = null;
        BadLine? atTheEnd = null;
        await foreach (var line in LinesAsync(export, ct))
        {
            if (trailer is not null)
                atTheEnd ??= new BadLine(Trailer, 0, "something stands after it");
            else if (ExportTrailer.IsTrailer(line))
                trailer = line;
            else
                Take(walks, line);
        }

        var heads = trailer is null ? null : ExportTrailer.Open(trailer, seal);
        atTheEnd ??= heads is null ? new BadLine(Trailer, 0, trailer is null ? "is missing" : "does not match its MAC") : null;
        return new Verified(walks.Count, walks.Sum(each => each.Walk.Lines), FirstBad(walks, heads) ?? atTheEnd);
    }

    private void Take(List<(string Chain, ChainWalk Walk)> walks, byte[] line)
    {
        var chain = RecordLineJson.Read(line)?.Chain ?? (walks.Count > 0 ? walks[^1].Chain : "?");
        if (walks.Count == 0 || walks[^1].Chain != chain)
        {
            var next = new ChainWalk(seal, chain);
            if (walks.Count > 0 && Compare(walks[^1].Chain, chain) >= 0)
                next.Stop(1, "stands out of its place");
            walks.Add((chain, next));
        }

        walks[^1].Walk.Take(line);
    }

    /// <summary>In the order of the file; a chain that is gone counts where it stood.</summary>
    private BadLine? FirstBad(List<(string Chain, ChainWalk Walk)> walks, IReadOnlyDictionary<string, RecordHead?>? heads)
    {
        if (heads is null)
            return walks.Select(each => each.Walk.Bad).FirstOrDefault(bad => bad is not null);

        var gone = heads.Keys.Except(walks.Select(each => each.Chain)).Select(chain => (Chain: chain, Walk: new ChainWalk(seal, chain)));
        return walks.Concat(gone)
            .OrderBy(each => each, Comparer<(string Chain, ChainWalk Walk)>.Create((one, other) => Compare(one.Chain, other.Chain)))
            .Select(each => each.Walk.End(heads.GetValueOrDefault(each.Chain)))
            .FirstOrDefault(bad => bad is not null);
    }

    private static int Compare(string one, string other) => string.CompareOrdinal(RecordKeys.LinesOf(one), RecordKeys.LinesOf(other));

    // Read as bytes: a text reader would forgive a byte order mark, a carriage return or a missing last line feed.
    private static async IAsyncEnumerable<byte[]> LinesAsync(Stream export, [EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(export);
        while (true)
        {
            var read = await pipe.ReadAsync(ct);
            var left = read.Buffer;
            while (left.PositionOf((byte)'\n') is { } end)
            {
                yield return left.Slice(0, end).ToArray();
                left = left.Slice(left.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                // A last line without its end is given with one byte too many, so that it fits nothing.
                if (!left.IsEmpty)
                    yield return [.. left.ToArray(), 0];
                await pipe.CompleteAsync();
                yield break;
            }

            pipe.AdvanceTo(left.Start, left.End);
        }
    }
}
