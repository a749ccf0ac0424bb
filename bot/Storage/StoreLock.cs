namespace VstrsBot.Storage;

/// <summary>Held by the one serving process of an embedded store, on the file <c>&lt;store&gt;.lock</c>. Disposing gives it up.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream held;

    private StoreLock(FileStream held) => this.held = held;

    /// <exception cref="StoreFileException">Another process serves from this store, or the lock file cannot be written.</exception>
    public static StoreLock Take(string storePath)
    {
        var path = PathFor(storePath);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // The file stays when the lock goes: deleting it would let two processes lock two files of one name.
            return new StoreLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new StoreFileException($"Cannot lock {path}. Another process is already serving from this store. Stop it first, or name another store. ({error.Message})", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreFileException($"Cannot write {path}. Give this account write access to its folder.", error);
        }
    }

    public static string PathFor(string storePath) => Path.GetFullPath(storePath) + ".lock";

    public void Dispose() => held.Dispose();
}
