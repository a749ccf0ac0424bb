using System.Text;
using VstrsBot.Handoffs;
using Xunit;
using static VstrsBot.Handoffs.RowChange;

namespace VstrsBot.Tests.Storage;

/// <summary>What every store promises when answers go astray: what stands is never said to be refused, and what is said to stand does.</summary>
public abstract class UnclearAnswerSuite : IDisposable
{
    private static readonly string[] Kinds = ["add", "add with a claim", "replace", "put", "put new", "claim", "claim off", "delete", "drop", "many"];

    public static TheoryData<string, UnclearAnswer> Each => [.. from kind in Kinds from answer in Enum.GetValues<UnclearAnswer>() select (kind, answer)];

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract UnclearStores Stores { get; }

    [Theory, MemberData(nameof(Each))]
    public async Task What_stands_is_never_said_to_be_refused(string kind, UnclearAnswer answer)
    {
        var changes = await ChangesAsync(kind);
        var before = await AllAsync();
        Stores.Next.Enqueue(answer);
        var said = await SayAsync(changes);
        var stands = !before.SequenceEqual(await AllAsync());

        if (said is true)
            Assert.True(stands);
        if (said is null) // nothing was changed
            Assert.False(stands);
        if (said is false && kind != "delete") // of a row that is gone nobody can tell whose delete it was
            Assert.False(stands);
        if (answer is UnclearAnswer.None)
            Assert.Equal(true, said);
        if (answer is UnclearAnswer.SentTwice && kind != "delete")
            Assert.Equal(true, said);
        Assert.Equal(answer is not (UnclearAnswer.NeverArrived or UnclearAnswer.FaultNotDone), stands);
    }

    [Theory, MemberData(nameof(Each))]
    public async Task What_was_lost_to_somebody_faster_is_never_said_to_stand(string kind, UnclearAnswer answer)
    {
        if (kind is "put" or "put new" or "drop")
            return; // without a condition nobody loses
        var changes = await ChangesAsync(kind);
        var other = Stores.Clear;
        foreach (var change in changes.Where(change => change is not (Put or Drop)))
            await other.TryCommitAsync([new Put(change.Key, Bytes("faster"))], Ct);
        var before = await AllAsync();
        Stores.Next.Enqueue(answer);
        Assert.NotEqual(true, await SayAsync(changes));
        Assert.Equal(before, await AllAsync());
    }

    public void Dispose()
    {
        Stores.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>True, false, null for "nothing was changed", "unsure".</summary>
    private async Task<object?> SayAsync(RowChange[] changes)
    {
        try
        {
            return await Stores.Unclear.TryCommitAsync(changes, Ct);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
        catch (StoreUnsureException)
        {
            return "unsure";
        }
    }

    private async Task<RowChange[]> ChangesAsync(string kind)
    {
        var other = Stores.Clear;
        foreach (var key in new[] { "b", "c", "d", "e", "f", "g" })
            Assert.True(await other.TryCommitAsync([new Add(key, Bytes("value"), "claimed")], Ct));
        async Task<string> TagAsync(string key) => (await other.FindAsync(key, Ct))!.Tag;

        return kind switch
        {
            "add" => [new Add("a", Bytes("new"))],
            "add with a claim" => [new Add("a", Bytes("new"), "mine")],
            "replace" => [new Replace("b", Bytes("new"), await TagAsync("b"))],
            "put" => [new Put("c", Bytes("new"))],
            "put new" => [new Put("h", Bytes("new"))],
            "claim" => [new SetClaim("d", "mine", await TagAsync("d"))],
            "claim off" => [new SetClaim("e", null, await TagAsync("e"))],
            "delete" => [new Delete("f", await TagAsync("f"))],
            "drop" => [new Drop("g"), new Drop("missing")],
            _ =>
            [
                new Replace("b", Bytes("new"), await TagAsync("b")), new Add("a", Bytes("new")), new Put("c", Bytes("new")),
                new SetClaim("d", "mine", await TagAsync("d")), new Delete("f", await TagAsync("f")), new Drop("g"), new Drop("missing"),
            ],
        };
    }

    private async Task<IReadOnlyList<string>> AllAsync() =>
        [.. (await Stores.Clear.ReadAsync(" ", "~", 100, Ct)).Select(row => $"{row.Key} {Encoding.UTF8.GetString(row.Value)} {row.Claim} {row.Tag}")];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
