namespace VstrsBot.Backup;

/// <summary>The files of an embedded store: the store itself, its log and the log's index.</summary>
internal static class StoreFiles
{
    private static readonly string[] Logs = ["-wal", "-shm", "-journal"];

    public static void Delete(string path)
    {
        foreach (var file in Logs.Append("").Select(ending => path + ending).Where(File.Exists))
            File.Delete(file);
    }

    public static void DeleteLogs(string path)
    {
        foreach (var log in Logs.Select(log => path + log).Where(File.Exists))
            File.Delete(log);
    }

    public static void Copy(string path, string to)
    {
        foreach (var ending in Logs.Append("").Where(ending => File.Exists(path + ending)))
            File.Copy(path + ending, to + ending, overwrite: true);
    }
}
