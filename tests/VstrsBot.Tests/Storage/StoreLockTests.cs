using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Storage;

public sealed class StoreLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => folder.File("desk.db");

    [Fact]
    public void A_second_start_on_the_same_store_is_told_which_file_is_locked()
    {
        using var first = StoreLock.Take(Store);
        var refused = Assert.Throws<StoreFileException>(() => StoreLock.Take(Store));
        Assert.Contains(Store + ".lock", refused.Message);
        Assert.Contains("already serving", refused.Message);
    }

    [Fact]
    public void A_lock_given_up_can_be_taken_again()
    {
        StoreLock.Take(Store).Dispose();
        using var second = StoreLock.Take(Store);
        Assert.True(File.Exists(Store + ".lock"));
    }

    [Fact]
    public void Two_stores_have_two_locks()
    {
        using var one = StoreLock.Take(Store);
        using var other = StoreLock.Take(folder.File("other.db"));
        Assert.NotEqual(StoreLock.PathFor(Store), StoreLock.PathFor(folder.File("other.db")));
    }

    public void Dispose() => folder.Dispose();
}
