using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VstrsBot.Keys;

/// <summary>
/// The folder <c>keys/</c> beside the store, for trying and training: a key that is not there is made, readable by this
/// account alone. Never a source in Production.
/// </summary>
internal sealed class KeyFolder(string folder) : IKeySource
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static KeyFolder BesideStore(string storePath) =>
        new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storePath))!, "keys"));

    public string PathFor(DeskKey key) => Path.Combine(folder, key switch
    {
        DeskKey.SeesDigest => "sees-digest.key",
        DeskKey.Record => "record.key",
        DeskKey.WorkingData => "working-data.key",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    });

    public async Task<byte[]?> FindAsync(DeskKey key, CancellationToken ct)
    {
        var path = PathFor(key);
        try
        {
            if (!File.Exists(path))
                await MakeAsync(path, ct);
            return KeyText.Parse(await File.ReadAllTextAsync(path, ct), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyException(path, $"cannot be read or made. Set {SettingsKeySource.NameOf(key)}, or give this account the folder.", error);
        }
    }

    /// <summary>Written whole under another name, then given its own: a reader never sees half a key, and the first of two processes wins.</summary>
    private async Task MakeAsync(string path, CancellationToken ct)
    {
        MakeFolder();
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await WriteAsync(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyText.Length)), ct);
            NameIt(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its key is the one.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>
    /// Gives the draft its name, unless there is a file of that name: in one step. On Unix a move looks first and then renames, so that
    /// two processes could both win; a hard link cannot.
    /// </summary>
    private static void NameIt(string draft, string path)
    {
        if (OperatingSystem.IsWindows())
            File.Move(draft, path, overwrite: false);
        else if (Link(draft, path) != 0)
            throw new IOException($"{path} cannot be made, or is there already.");
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static async Task WriteAsync(string path, string text, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;

        await using var file = new FileStream(path, options);
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync(text.AsMemory(), ct);
        await writer.FlushAsync(ct);
        file.Flush(flushToDisk: true);
    }
}
