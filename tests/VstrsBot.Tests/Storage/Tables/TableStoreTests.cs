using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using VstrsBot.Storage.Tables;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Handoffs.RowChange;

namespace VstrsBot.Tests.Storage.Tables;

public sealed class TableStoreTests : StoreSuite
{
    private readonly StoreSettings settings = Azurite.NewTable();
    private readonly FaultyTransport between = new();
    private readonly FakeTimeProvider time = new();
    private int asked;

    [Fact]
    public async Task Desks_that_share_a_table_see_nothing_of_each_other()
    {
        var other = TableStore.Open(settings with { Desk = "other" }, TimeProvider.System);
        await AddedAsync("a");
        Assert.Null(await other.FindAsync("a", Ct));
        Assert.True(await other.TryCommitAsync([new Add("a", [1])], Ct));
        Assert.Single(await other.ReadAsync(" ", "~", 10, Ct));
    }

    [Fact]
    public async Task More_rows_than_one_answer_holds_come_all_and_in_order()
    {
        foreach (var hundred in Enumerable.Range(0, 23))
            await CommitAsync([.. Enumerable.Range(0, 100).Select(n => new Add($"e|{hundred:D2}{n:D2}", [1]))]);
        var rows = await Store.ReadAsync("e|", "e}", int.MaxValue, Ct);
        Assert.Equal(Enumerable.Range(0, 2300).Select(n => $"e|{n:D4}"), rows.Select(row => row.Key));
        Assert.Equal(1500, (await Store.ReadAsync("e|", "e}", 1500, Ct)).Count);
    }

    [Fact]
    public async Task A_row_to_be_dropped_that_goes_after_it_was_looked_for_is_no_failure()
    {
        await AddedAsync("g");
        between.Before = async request =>
        {
            if (!request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) || asked++ > 0)
                return;
            Assert.True(await Store.TryCommitAsync([new Drop("g")], Ct));
        };
        Assert.True(await Faulty().TryCommitAsync([new Add("a", [1]), new Drop("g"), new Drop("missing")], Ct));
        Assert.NotNull(await Store.FindAsync("a", Ct));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_table_that_is_gone_is_not_a_table_without_rows()
    {
        await AddedAsync("a");
        await new TableClient(settings.ConnectionString, settings.Table).DeleteAsync(Ct);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.FindAsync("a", Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.ReadAsync("a", "b", 1, Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(new Drop("a")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(new Add("a", [1])));
    }

    [Fact]
    public async Task A_row_that_this_program_did_not_write_is_unreadable()
    {
        await AddedAsync("a");
        await new TableClient(settings.ConnectionString, settings.Table).AddEntityAsync(new TableEntity(settings.Desk, "b") { ["Name"] = "x" }, Ct);
        await Assert.ThrowsAsync<UnreadableRowException>(() => Store.FindAsync("b", Ct));
    }

    [Fact]
    public async Task Nothing_is_tried_again_by_itself()
    {
        var store = Faulty();
        await store.FindAsync("a", Ct);
        between.Next.Enqueue(UnclearAnswer.FaultNotDone);
        between.Before = request =>
        {
            asked += request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<StoreUnsureException>(() => store.TryCommitAsync([new Add("a", [1])], Ct));
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("find")]
    [InlineData("range")]
    [InlineData("commit")]
    [InlineData("drop")]
    public async Task A_call_without_an_answer_is_given_up_in_time(string call)
    {
        var store = Faulty();
        await AddedAsync("a");
        await store.FindAsync("a", Ct);
        between.Before = _ =>
        {
            time.Advance(settings.CallTimeout);
            return Task.CompletedTask;
        };
        var given = await Assert.ThrowsAnyAsync<Exception>(() => call switch
        {
            "find" => store.FindAsync("a", Ct),
            "range" => store.ReadAsync("a", "b", 1, Ct),
            "drop" => store.TryCommitAsync([new Drop("a")], Ct),
            _ => (Task)store.TryCommitAsync([new Add("b", [1])], Ct),
        });
        Assert.IsType(call == "commit" ? typeof(StoreUnsureException) : typeof(StoreUnavailableException), given);
        Assert.Contains("no answer in time", given.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_wrong_is_said_without_the_rows_key()
    {
        var store = Faulty();
        await store.FindAsync("a", Ct);
        between.Next.Enqueue(UnclearAnswer.FaultNotDone);
        var unsure = await Assert.ThrowsAsync<StoreUnsureException>(() => store.TryCommitAsync([new Add("p|Priya", [1])], Ct));
        Assert.DoesNotContain("Priya", unsure.Message, StringComparison.Ordinal);
        Assert.Contains("500", unsure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_changes_nothing()
    {
        between.Before = _ => Task.FromException(new AuthenticationFailedException("No token."));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Faulty().TryCommitAsync([new Add("a", [1])], Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Faulty().FindAsync("a", Ct));
    }

    [Fact]
    public void A_named_identity_is_used_alone()
    {
        Assert.IsType<ManagedIdentityCredential>(TableAccess.CredentialFor(settings with { ManagedIdentityClientId = "dddddddd-1111-4222-8333-444444444444" }));
        Assert.IsType<DefaultAzureCredential>(TableAccess.CredentialFor(settings));
    }

    private protected override IHandoffStore Open() => TableStore.Open(settings, TimeProvider.System);

    private TableStore Faulty() => TableStore.Open(settings, time, between);
}
