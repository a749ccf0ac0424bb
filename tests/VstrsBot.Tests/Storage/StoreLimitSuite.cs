using Xunit;
using static VstrsBot.Handoffs.RowChange;

namespace VstrsBot.Tests.Storage;

/// <summary>What fits into a row, a key, a claim and a transaction, and what every store refuses.</summary>
public abstract class StoreLimitSuite : StoreRowSuite
{
    [Fact]
    public async Task A_value_comes_back_byte_for_byte()
    {
        var every = Enumerable.Range(0, 512).Select(number => (byte)number).ToArray();
        await CommitAsync(new Add("a", every));
        Assert.Equal(every, (await RowAsync("a")).Value);
    }

    [Fact]
    public async Task An_empty_value_is_a_value()
    {
        await CommitAsync(new Add("a", []));
        Assert.Empty((await RowAsync("a")).Value);
    }

    [Fact]
    public async Task The_largest_value_fits_and_one_byte_more_is_refused()
    {
        Assert.True(await CommitAsync(new Add("a", new byte[60 * 1024])));
        Assert.Equal(60 * 1024, (await RowAsync("a")).Value.Length);
        var row = await RowAsync("a");
        var over = new byte[(60 * 1024) + 1];
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Add("b", over)));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Put("b", over)));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Replace("a", over, row.Tag)));
    }

    [Fact]
    public async Task Values_of_two_mebibytes_fit_together_and_more_are_refused()
    {
        var half = new byte[56 * 1024];
        Assert.True(await CommitAsync([.. Enumerable.Range(0, 36).Select(n => new Add($"a{n:D3}", half))]));
        Assert.Equal(36, await CountAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync([.. Enumerable.Range(0, 37).Select(n => new Add($"b{n:D3}", half))]));
    }

    [Fact]
    public async Task The_longest_claim_fits_and_one_character_more_is_refused()
    {
        var row = await AddedAsync("a", claim: new string('c', 4096));
        Assert.Equal(4096, row.Claim!.Length);
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new SetClaim("a", new string('c', 4097), row.Tag)));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Add("b", [1], new string('c', 4097))));
    }

    [Fact]
    public async Task A_hundred_changes_fit_and_one_more_is_refused()
    {
        Assert.True(await CommitAsync([.. Enumerable.Range(0, 100).Select(n => new Add($"a{n:D3}", [1]))]));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync([.. Enumerable.Range(0, 101).Select(n => new Add($"b{n:D3}", [1]))]));
        Assert.Equal(100, await CountAsync());
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Put("a", [1]), new Drop("a")));
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u0085b")]
    public async Task A_key_against_the_rule_is_refused(string key)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => CommitAsync(new Add("good", [1]), new Add(key, [1])));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Half_a_character_is_refused_in_a_key()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Add("a\uD83D", [1])));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Add("\uDE00a", [1])));
    }

    [Fact]
    public async Task The_longest_key_fits_and_one_character_more_is_refused()
    {
        var longest = new string('k', 200);
        await AddedAsync(longest);
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(new Add(longest + "k", [1])));
    }

    private async Task<int> CountAsync() => (await Store.ReadAsync(" ", "\uFFFF", 1000, Ct)).Count;
}
