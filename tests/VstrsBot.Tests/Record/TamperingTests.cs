using System.Text;
using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using Xunit;

namespace VstrsBot.Tests.Record;

public sealed class TamperingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_honest_records_raise_no_alarm_in_store_or_export()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var desk = await RecordedDesk.FromSeedAsync(seed);
            var stored = await desk.VerifyAsync();
            Assert.Null(stored.FirstBad);
            Assert.Equal(stored, await RecordedDesk.VerifyExportAsync(await desk.ExportAsync()));
        }
    }

    [Fact]
    public async Task A_thousand_random_tamperings_of_the_store_are_all_found_at_the_right_line()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var desk = await RecordedDesk.FromSeedAsync(seed);
            var (chain, seq, what) = await TamperAsync(desk, new Random(seed));
            var bad = (await desk.VerifyAsync()).FirstBad;
            Assert.True(bad is not null && bad.Chain == chain && bad.Seq == seq, $"Seed {seed}, {what} at {chain} {seq}: found {bad?.ToString() ?? "nothing"}");
        }
    }

    [Fact]
    public async Task A_thousand_random_tamperings_of_an_export_are_all_found()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var file = await (await RecordedDesk.FromSeedAsync(seed % 20)).ExportAsync();
            var changed = Tamper(file, new Random(seed));
            if (!changed.AsSpan().SequenceEqual(file))
                Assert.True((await RecordedDesk.VerifyExportAsync(changed)).FirstBad is not null, $"Seed {seed}");
        }
    }

    [Fact]
    public async Task Another_record_key_verifies_nothing()
    {
        var desk = await RecordedDesk.FromSeedAsync(1);
        var other = new RecordVerifier(new RecordSeal(Support.TestKeys.From(9).Record));
        Assert.Equal(1, (await other.VerifyAsync(new StoredRecord(desk.Store), Ct)).FirstBad?.Seq);
    }

    [Theory]
    [InlineData("e|K7F3")]
    [InlineData("e|K7F3|1")]
    [InlineData("e|K7F3|00000001x")]
    [InlineData("e|ZZZZ|00000001")]
    [InlineData("h|ZZZZ")]
    public async Task A_row_that_has_no_place_in_the_record_is_found(string key)
    {
        var desk = await RecordedDesk.FromSeedAsync(1);
        await desk.Store.TryCommitAsync([new RowChange.Put(key, "{}"u8.ToArray())], Ct);
        Assert.NotNull((await desk.VerifyAsync()).FirstBad);
    }

    [Fact]
    public async Task A_head_put_back_to_an_earlier_mac_is_found()
    {
        var desk = await RecordedDesk.FromSeedAsync(1);
        var lines = await desk.Store.ReadAsync("e|K7F3|", "e|K7F3}", 100, Ct);
        var head = new RecordHead(lines.Count, RecordLineJson.Read(lines[0].Value)!.Mac);
        await desk.Store.TryCommitAsync([new RowChange.Put("h|K7F3", JsonSerializer.SerializeToUtf8Bytes(new { head }))], Ct);
        var bad = (await desk.VerifyAsync()).FirstBad;
        Assert.Equal(("K7F3", lines.Count), (bad!.Chain, bad.Seq));
    }

    [Fact]
    public async Task A_head_put_back_to_an_earlier_line_is_found()
    {
        var desk = await RecordedDesk.FromSeedAsync(1);
        var first = await desk.Store.FindAsync("e|K7F3|00000001", Ct);
        var head = new RecordHead(1, RecordLineJson.Read(first!.Value)!.Mac);
        await desk.Store.TryCommitAsync([new RowChange.Put("h|K7F3", JsonSerializer.SerializeToUtf8Bytes(new { head }))], Ct);
        var bad = (await desk.VerifyAsync()).FirstBad;
        Assert.Equal(("K7F3", 2), (bad!.Chain, bad.Seq));
    }

    [Fact]
    public async Task Whole_chains_that_change_places_in_an_export_are_found()
    {
        var lines = Encoding.UTF8.GetString(await (await RecordedDesk.FromSeedAsync(1)).ExportAsync()).Split('\n');
        var moved = lines.Where(line => line.Contains("\"chain\":\"K7F3\"")).ToList();
        var swapped = moved.Concat(lines.Except(moved));
        Assert.NotNull((await RecordedDesk.VerifyExportAsync(Encoding.UTF8.GetBytes(string.Join('\n', swapped)))).FirstBad);
    }

    [Fact]
    public async Task A_whole_chain_cut_from_an_export_is_named()
    {
        var lines = Encoding.UTF8.GetString(await (await RecordedDesk.FromSeedAsync(1)).ExportAsync()).Split('\n');
        var left = lines.Where(line => !line.StartsWith("{\"chain\":\"M2P4\"", StringComparison.Ordinal));
        var bad = (await RecordedDesk.VerifyExportAsync(Encoding.UTF8.GetBytes(string.Join('\n', left)))).FirstBad;
        Assert.Equal(("M2P4", 1), (bad!.Chain, bad.Seq));
    }

    [Fact]
    public async Task An_export_without_its_last_line_feed_is_not_whole()
    {
        var file = await (await RecordedDesk.FromSeedAsync(1)).ExportAsync();
        Assert.Equal("trailer", (await RecordedDesk.VerifyExportAsync(file[..^1])).FirstBad?.Chain);
    }

    [Fact]
    public async Task A_chain_removed_whole_with_its_head_leaves_the_others_good()
    {
        var desk = await RecordedDesk.FromSeedAsync(1);
        var lines = await desk.Store.ReadAsync("e|K7F3|", "e|K7F3}", 100, Ct);
        await desk.Store.TryCommitAsync([.. lines.Select(row => new RowChange.Drop(row.Key)), new RowChange.Drop("h|K7F3")], Ct);
        Assert.Equal((4, null), ((await desk.VerifyAsync()) is var found) ? (found.Chains, found.FirstBad) : default);
    }

    private static async Task<(string Chain, long Seq, string What)> TamperAsync(RecordedDesk desk, Random random)
    {
        var chain = ((string[])["K7F3", "M2P4", "R9T6", "2026-11-23", "2026-11-24"])[random.Next(5)];
        var lines = await desk.Store.ReadAsync(RecordKeys.LinesOf(chain), RecordKeys.After(RecordKeys.LinesOf(chain)), 100, Ct);
        var at = random.Next(lines.Count);
        var (row, last) = (lines[at], lines[^1]);
        var seq = at + 1;
        switch (random.Next(7))
        {
            case 0: // one byte
                var edited = row.Value.ToArray();
                edited[random.Next(edited.Length)] ^= (byte)(1 << random.Next(8));
                return await DoneAsync(seq, "edit", new RowChange.Put(row.Key, edited));
            case 1: // a line goes, and the later ones keep their places
                return await DoneAsync(seq, "delete", new RowChange.Drop(row.Key));
            case 2: // a line goes, and the later ones move up
                return await DoneAsync(seq, "close up", [.. Enumerable.Range(at, lines.Count - at - 1).Select(n => new RowChange.Put(lines[n].Key, lines[n + 1].Value)), new RowChange.Drop(last.Key)]);
            case 3: // a copy of an earlier line at the end
                return await DoneAsync(lines.Count + 1, "insert", new RowChange.Put(RecordKeys.Line(chain, lines.Count + 1), row.Value));
            case 4: // two neighbours change places
                at = Math.Min(at, lines.Count - 2);
                return await DoneAsync(at + 1, "swap", new RowChange.Put(lines[at].Key, lines[at + 1].Value), new RowChange.Put(lines[at + 1].Key, lines[at].Value));
            case 5: // the tail is cut
                return await DoneAsync(seq, "cut", [.. lines.Skip(at).Select(each => new RowChange.Drop(each.Key))]);
            default: // the head is lost
                return await DoneAsync(lines.Count, "head", new RowChange.Drop(RecordKeys.HeadOf(chain)));
        }

        async Task<(string, long, string)> DoneAsync(long expected, string what, params RowChange[] changes)
        {
            Assert.True(await desk.Store.TryCommitAsync(changes, Ct));
            return (chain, expected, what);
        }
    }

    private static byte[] Tamper(byte[] file, Random random)
    {
        var at = random.Next(file.Length);
        var lines = Encoding.UTF8.GetString(file).Split('\n')[..^1].ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(6))
        {
            case 0:
                return [.. file[..at], (byte)(file[at] ^ (1 << random.Next(8))), .. file[(at + 1)..]];
            case 1:
                return file[..at];
            case 2:
                return [.. file[..at], (byte)random.Next(256), .. file[at..]];
            case 3:
                lines.RemoveAt(line);
                break;
            case 4:
                lines.Insert(random.Next(lines.Count), lines[line]);
                break;
            default:
                var other = random.Next(lines.Count);
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(each => each + "\n")));
    }
}
