using System.Text;
using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Handoffs.RowChange;

namespace VstrsBot.Tests.Storage;

/// <summary>What every store promises about single rows. <see cref="StoreLimitSuite"/> adds limits, <see cref="StoreSuite"/> batches and ranges.</summary>
public abstract class StoreRowSuite
{
    private IHandoffStore? store;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected IHandoffStore Store => store ??= Open();

    /// <summary>Another store on the same rows, as another process or a restart has it.</summary>
    private protected abstract IHandoffStore Open();

    [Fact]
    public async Task A_row_that_was_never_written_is_not_found() => Assert.Null(await Store.FindAsync("h|K7F3", Ct));

    [Fact]
    public async Task An_added_row_is_found_with_its_value()
    {
        Assert.True(await CommitAsync(new Add("h|K7F3", Bytes("one"))));
        Assert.Equal("one", await ValueAsync("h|K7F3"));
    }

    [Fact]
    public async Task An_added_row_has_no_claim_unless_one_is_given()
    {
        await CommitAsync(new Add("a", Bytes("1")), new Add("b", Bytes("1"), "until ten"));
        Assert.Null((await RowAsync("a")).Claim);
        Assert.Equal("until ten", (await RowAsync("b")).Claim);
    }

    [Fact]
    public async Task Adding_a_key_that_exists_is_refused_and_changes_nothing()
    {
        await CommitAsync(new Add("a", Bytes("first")));
        var before = await RowAsync("a");
        Assert.False(await CommitAsync(new Add("a", Bytes("second"))));
        Assert.Equal("first", await ValueAsync("a"));
        Assert.Equal(before.Tag, (await RowAsync("a")).Tag);
    }

    [Fact]
    public async Task Replace_with_the_rows_tag_writes_the_value_and_gives_a_new_tag()
    {
        var row = await AddedAsync("a");
        Assert.True(await CommitAsync(new Replace("a", Bytes("new"), row.Tag)));
        Assert.Equal("new", await ValueAsync("a"));
        Assert.NotEqual(row.Tag, (await RowAsync("a")).Tag);
    }

    [Fact]
    public async Task Replace_clears_the_claim()
    {
        var row = await AddedAsync("a", claim: "mine");
        await CommitAsync(new Replace("a", Bytes("new"), row.Tag));
        Assert.Null((await RowAsync("a")).Claim);
    }

    [Fact]
    public async Task Replace_with_an_old_tag_is_refused()
    {
        var row = await AddedAsync("a");
        await CommitAsync(new Replace("a", Bytes("second"), row.Tag));
        Assert.False(await CommitAsync(new Replace("a", Bytes("third"), row.Tag)));
        Assert.Equal("second", await ValueAsync("a"));
    }

    [Fact]
    public async Task Replace_of_a_row_that_is_not_there_is_refused()
    {
        var row = await AddedAsync("a");
        Assert.False(await CommitAsync(new Replace("b", Bytes("x"), row.Tag)));
        Assert.Null(await Store.FindAsync("b", Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("no tag")]
    [InlineData("99999999999999999999")]
    public async Task A_text_that_is_no_tag_never_matches(string tag)
    {
        await AddedAsync("a");
        Assert.False(await CommitAsync(new Replace("a", Bytes("x"), tag)));
        Assert.False(await CommitAsync(new SetClaim("a", "x", tag)));
        Assert.False(await CommitAsync(new Delete("a", tag)));
        Assert.Equal("value", await ValueAsync("a"));
    }

    [Fact]
    public async Task A_tag_written_another_way_is_another_tag()
    {
        var row = await AddedAsync("a");
        Assert.False(await CommitAsync(new Delete("a", "0" + row.Tag)));
        Assert.False(await CommitAsync(new Delete("a", row.Tag + " ")));
    }

    [Fact]
    public async Task Put_makes_a_row_that_is_not_there()
    {
        Assert.True(await CommitAsync(new Put("a", Bytes("made"))));
        Assert.Equal("made", await ValueAsync("a"));
        Assert.Null((await RowAsync("a")).Claim);
    }

    [Fact]
    public async Task Put_keeps_a_standing_claim_and_changes_the_tag()
    {
        var row = await AddedAsync("a", claim: "until ten");
        Assert.True(await CommitAsync(new Put("a", Bytes("newer"))));
        var after = await RowAsync("a");
        Assert.Equal(("newer", "until ten"), (Text(after), after.Claim));
        Assert.NotEqual(row.Tag, after.Tag);
    }

    [Fact]
    public async Task Put_of_the_same_value_still_changes_the_tag()
    {
        var row = await AddedAsync("a");
        await CommitAsync(new Put("a", row.Value));
        Assert.NotEqual(row.Tag, (await RowAsync("a")).Tag);
    }

    [Fact]
    public async Task A_claim_keeps_the_value_and_changes_the_tag()
    {
        var row = await AddedAsync("a");
        Assert.True(await CommitAsync(new SetClaim("a", "until ten", row.Tag)));
        var after = await RowAsync("a");
        Assert.Equal(("value", "until ten"), (Text(after), after.Claim));
        Assert.NotEqual(row.Tag, after.Tag);
    }

    [Fact]
    public async Task A_claim_can_be_taken_off()
    {
        var row = await AddedAsync("a", claim: "mine");
        Assert.True(await CommitAsync(new SetClaim("a", null, row.Tag)));
        Assert.Null((await RowAsync("a")).Claim);
    }

    [Fact]
    public async Task A_second_claim_with_the_same_tag_is_refused()
    {
        var row = await AddedAsync("a");
        Assert.True(await CommitAsync(new SetClaim("a", "first", row.Tag)));
        Assert.False(await CommitAsync(new SetClaim("a", "second", row.Tag)));
        Assert.Equal("first", (await RowAsync("a")).Claim);
    }

    [Fact]
    public async Task A_claim_on_a_row_that_is_not_there_is_refused_and_makes_none()
    {
        var row = await AddedAsync("a");
        Assert.False(await CommitAsync(new SetClaim("b", "mine", row.Tag)));
        Assert.Null(await Store.FindAsync("b", Ct));
    }

    [Fact]
    public async Task What_was_owed_anew_since_the_claim_is_not_deleted_by_the_claimant()
    {
        var row = await AddedAsync("o|K7F3|card");
        await CommitAsync(new SetClaim("o|K7F3|card", "mine", row.Tag));
        var claimed = await RowAsync("o|K7F3|card");
        await CommitAsync(new Put("o|K7F3|card", Bytes("newer")));
        Assert.False(await CommitAsync(new Delete("o|K7F3|card", claimed.Tag)));
        Assert.Equal("mine", (await RowAsync("o|K7F3|card")).Claim);
    }

    [Fact]
    public async Task Delete_with_the_rows_tag_removes_it()
    {
        var row = await AddedAsync("a");
        Assert.True(await CommitAsync(new Delete("a", row.Tag)));
        Assert.Null(await Store.FindAsync("a", Ct));
    }

    [Fact]
    public async Task Delete_with_an_old_tag_is_refused()
    {
        var row = await AddedAsync("a");
        await CommitAsync(new Put("a", Bytes("newer")));
        Assert.False(await CommitAsync(new Delete("a", row.Tag)));
        Assert.Equal("newer", await ValueAsync("a"));
    }

    [Fact]
    public async Task Delete_of_a_row_that_is_gone_is_refused()
    {
        var row = await AddedAsync("a");
        await CommitAsync(new Delete("a", row.Tag));
        Assert.False(await CommitAsync(new Delete("a", row.Tag)));
    }

    [Fact]
    public async Task Drop_removes_a_row_whatever_its_tag()
    {
        await AddedAsync("a");
        Assert.True(await CommitAsync(new Drop("a")));
        Assert.Null(await Store.FindAsync("a", Ct));
    }

    [Fact]
    public async Task Drop_of_a_row_that_is_not_there_is_no_failure() => Assert.True(await CommitAsync(new Drop("a")));

    [Fact]
    public async Task A_row_deleted_and_added_again_never_gets_an_old_tag_back()
    {
        var seen = new HashSet<string>();
        for (var round = 0; round < 20; round++)
        {
            Assert.True(seen.Add((await AddedAsync("a")).Tag));
            await CommitAsync(new Drop("a"));
        }
    }

    [Fact]
    public async Task A_tag_is_not_used_again_after_reopening()
    {
        var row = await AddedAsync("a");
        await CommitAsync(new Drop("a"));
        var reopened = Open();
        await reopened.TryCommitAsync([new Add("a", Bytes("again"))], Ct);
        Assert.NotEqual(row.Tag, (await RowAsync("a")).Tag);
        Assert.False(await CommitAsync(new Delete("a", row.Tag)));
    }

    private protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private protected static string Text(Row row) => Encoding.UTF8.GetString(row.Value);

    private protected Task<bool> CommitAsync(params RowChange[] changes) => Store.TryCommitAsync(changes, Ct);

    private protected async Task<Row> RowAsync(string key) => Assert.IsType<Row>(await Store.FindAsync(key, Ct));

    private protected async Task<string> ValueAsync(string key) => Text(await RowAsync(key));

    private protected async Task<Row> AddedAsync(string key, string? claim = null)
    {
        Assert.True(await CommitAsync(new Add(key, Bytes("value"), claim)));
        return await RowAsync(key);
    }
}
