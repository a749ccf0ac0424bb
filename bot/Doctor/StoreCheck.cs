using System.Runtime.CompilerServices;
using VstrsBot.Handoffs;

namespace VstrsBot.Doctor;

/// <summary>The store can be read and written, and its disk has room.</summary>
internal sealed class StoreCheck(Func<IHandoffStore> open, string? path) : ICheck
{
    private const long Mebibyte = 1024 * 1024;

    public string Name => "Store";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var isNew = path is not null && !File.Exists(path);
        var store = open();
        if (isNew)
            yield return Finding.Warn($"There was no store at {path}: it was made now, and is empty.", "If there should be one, set Store:Path to it or restore a back-up.");

        var key = $"s|doctor|{Guid.NewGuid():N}";
        var written = await store.TryCommitAsync([new RowChange.Add(key, [1])], ct);
        var read = await store.FindAsync(key, ct);
        await store.TryCommitAsync([new RowChange.Drop(key)], ct);
        yield return written && read is { Value: [1] }
            ? Finding.Good("A row was written, read and deleted.")
            : Finding.Bad("A row that was written could not be read again.", "Stop serving, and restore a back-up on another disk.");

        if (path is not null)
            yield return Room(path);
    }

    private static Finding Room(string path)
    {
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace / Mebibyte;
        return free switch
        {
            < 100 => Finding.Bad($"The disk has {free} MiB left.", "Make room now: a full disk ends every authority."),
            < 1024 => Finding.Warn($"The disk has {free} MiB left.", "Make room soon."),
            _ => Finding.Good($"The disk has {free} MiB left."),
        };
    }
}
