using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Handoffs.RowChange;

namespace VstrsBot.Tests.Storage;

/// <summary>The whole suite: each store is held to the same cases.</summary>
public abstract class StoreSuite : StoreLimitSuite
{
    [Fact]
    public async Task All_kinds_of_change_stand_together_in_one_transaction()
    {
        var (replaced, claimed, deleted) = (await AddedAsync("r"), await AddedAsync("c"), await AddedAsync("d"));
        await AddedAsync("x");
        Assert.True(await CommitAsync(
            new Add("a", Bytes("added")), new Replace("r", Bytes("replaced"), replaced.Tag), new Put("p", Bytes("put")),
            new SetClaim("c", "claimed", claimed.Tag), new Delete("d", deleted.Tag), new Drop("x")));
        Assert.Equal(["a:added:", "c:value:claimed", "p:put:", "r:replaced:"], await AllAsync());
    }

    [Theory]
    [InlineData("add")]
    [InlineData("replace")]
    [InlineData("claim")]
    [InlineData("delete")]
    public async Task One_condition_that_does_not_hold_undoes_the_whole_transaction(string kind)
    {
        var first = await AddedAsync("a");
        await CommitAsync(new Put("a", Bytes("moved on")));
        RowChange bad = kind switch
        {
            "add" => new Add("a", Bytes("x")),
            "replace" => new Replace("a", Bytes("x"), first.Tag),
            "claim" => new SetClaim("a", "x", first.Tag),
            _ => new Delete("a", first.Tag),
        };
        var kept = await AddedAsync("kept");
        Assert.False(await CommitAsync(new Add("new", Bytes("x")), new Put("kept", Bytes("x")), new Put("put", Bytes("x")), bad, new Drop("a b")));
        Assert.Equal(["a:moved on:", "kept:value:"], await AllAsync());
        Assert.Equal(kept.Tag, (await RowAsync("kept")).Tag);
    }

    [Fact]
    public async Task After_a_refused_transaction_the_next_one_stands()
    {
        await AddedAsync("a");
        Assert.False(await CommitAsync(new Add("b", Bytes("x")), new Add("a", Bytes("x"))));
        Assert.True(await CommitAsync(new Add("b", Bytes("y"))));
        Assert.Equal("y", await ValueAsync("b"));
    }

    [Fact]
    public async Task An_empty_transaction_stands()
    {
        Assert.True(await CommitAsync());
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_range_holds_its_first_key_and_not_its_last()
    {
        await CommitAsync([.. "abcd".Select(key => new Put(key.ToString(), Bytes("1")))]);
        Assert.Equal(["b", "c"], await KeysAsync("b", "d"));
    }

    [Fact]
    public async Task A_range_is_in_ordinal_order_whatever_the_order_of_writing()
    {
        string[] keys = ["t|2026", "e|b|1", "e|B|1", "e|a-1", "e|a|2", "E", "e|a", "é", "e", "Ω", "漢", "~", "0", " "];
        await CommitAsync([.. keys.Select(key => new Put(key, Bytes("1")))]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync(" ", "\uFFFF"));
    }

    [Fact]
    public async Task Sequences_in_keys_come_back_in_their_order()
    {
        await CommitAsync([.. Enumerable.Range(1, 99).Reverse().Select(seq => new Add($"e|K7F3|{seq:D8}", Bytes($"{seq}")))]);
        var rows = await Store.ReadAsync("e|K7F3|", "e|K7F3}", 200, Ct);
        Assert.Equal(Enumerable.Range(1, 99).Select(seq => $"{seq}"), rows.Select(Text));
    }

    [Fact]
    public async Task A_range_gives_no_more_than_asked_and_starts_at_the_front()
    {
        await CommitAsync([.. "abcd".Select(key => new Put(key.ToString(), Bytes("1")))]);
        Assert.Equal(["a", "b", "c"], (await Store.ReadAsync("a", "z", 3, Ct)).Select(row => row.Key));
    }

    [Fact]
    public async Task An_empty_or_backward_range_gives_nothing()
    {
        await AddedAsync("b");
        Assert.Empty(await KeysAsync("b", "b"));
        Assert.Empty(await KeysAsync("c", "a"));
        Assert.Empty(await KeysAsync("c", "z"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_range_of_no_rows_cannot_be_asked_for(int most) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ReadAsync("a", "z", most, Ct));

    [Fact]
    public async Task A_range_gives_value_claim_and_tag_as_finding_does()
    {
        var row = await AddedAsync("a", claim: "mine");
        var ranged = Assert.Single(await Store.ReadAsync("a", "b", 5, Ct));
        Assert.Equal((Text(row), row.Claim, row.Tag), (Text(ranged), ranged.Claim, ranged.Tag));
    }

    [Fact]
    public async Task A_claim_keeps_its_letters_and_an_empty_one_is_no_null()
    {
        await CommitAsync(new Add("a", [1], "Siân — 10:42"), new Add("b", [1], ""));
        Assert.Equal("Siân — 10:42", (await RowAsync("a")).Claim);
        Assert.Equal("", (await RowAsync("b")).Claim);
    }

    [Fact]
    public async Task Keys_beyond_ascii_are_found_and_differ_by_case_and_accent()
    {
        await CommitAsync(new Add("p|Siân", [1]), new Add("p|Sian", [2]), new Add("p|SIÂN", [3]), new Add("p|😀", [4]));
        Assert.Equal([1], (await RowAsync("p|Siân")).Value);
        Assert.Equal([3], (await RowAsync("p|SIÂN")).Value);
        Assert.Equal([4], (await RowAsync("p|😀")).Value);
        Assert.Null(await Store.FindAsync("p|siân", Ct));
    }

    [Fact]
    public async Task Of_many_claims_at_once_exactly_one_wins()
    {
        var row = await AddedAsync("h|K7F3");
        var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Task.Run(() => CommitAsync(new SetClaim("h|K7F3", $"{n}", row.Tag)), Ct)));
        Assert.Equal($"{Array.IndexOf(won, true)}", (await RowAsync("h|K7F3")).Claim);
        Assert.Single(won, true);
    }

    [Fact]
    public async Task Of_many_additions_at_once_exactly_one_wins_across_two_openings()
    {
        var stores = new[] { Store, Open() };
        var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Task.Run(() => stores[n % 2].TryCommitAsync([new Add("l|Priya", Bytes($"{n}"))], Ct), Ct)));
        Assert.Single(won, true);
        Assert.Equal($"{Array.IndexOf(won, true)}", await ValueAsync("l|Priya"));
    }

    [Fact]
    public async Task No_step_is_lost_when_many_count_at_once()
    {
        await CommitAsync(new Add("n", Bytes("0")));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var counted = 0; counted < 5;)
            {
                var row = await RowAsync("n");
                counted += await CommitAsync(new Replace("n", Bytes($"{int.Parse(Text(row)) + 1}"), row.Tag)) ? 1 : 0;
            }
        }, Ct)));
        Assert.Equal("40", await ValueAsync("n"));
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_transaction()
    {
        await CommitAsync(new Put("a", Bytes("0")), new Put("b", Bytes("0")));
        var writing = Task.Run(async () =>
        {
            for (var n = 1; n <= 100; n++)
                await CommitAsync(new Put("a", Bytes($"{n}")), new Put("b", Bytes($"{n}")));
        }, Ct);
        do
        {
            var both = await Store.ReadAsync("a", "c", 2, Ct);
            Assert.Equal(Text(both[0]), Text(both[1]));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task Reopening_keeps_everything()
    {
        await CommitAsync(new Add("a", Bytes("one"), "claimed"), new Add("b", [0, 255]));
        var before = await RowAsync("a");
        var reopened = Open();
        Assert.Equal((before.Claim, before.Tag), (await reopened.FindAsync("a", Ct) is { } row) ? (row.Claim, row.Tag) : default);
        Assert.Equal([0, 255], (await reopened.FindAsync("b", Ct))!.Value);
    }

    [Fact]
    public async Task What_one_opening_commits_the_other_reads_at_once()
    {
        var other = Open();
        Assert.Null(await other.FindAsync("a", Ct));
        await AddedAsync("a");
        Assert.NotNull(await other.FindAsync("a", Ct));
    }

    [Fact]
    public async Task A_value_changed_by_the_caller_after_the_commit_is_not_changed_in_the_store()
    {
        byte[] value = [1, 2, 3];
        await CommitAsync(new Add("a", value));
        value[0] = 9;
        (await RowAsync("a")).Value[1] = 9;
        Assert.Equal([1, 2, 3], (await RowAsync("a")).Value);
    }

    [Fact]
    public async Task A_cancelled_call_changes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.TryCommitAsync([new Add("a", [1])], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync("a", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync("a", "b", 1, cancelled));
        Assert.Empty(await AllAsync());
    }

    private async Task<IReadOnlyList<string>> KeysAsync(string from, string before) =>
        [.. (await Store.ReadAsync(from, before, 1000, Ct)).Select(row => row.Key)];

    private async Task<IReadOnlyList<string>> AllAsync() =>
        [.. (await Store.ReadAsync(" ", "\uFFFF", 1000, Ct)).Select(row => $"{row.Key}:{Text(row)}:{row.Claim}")];
}
