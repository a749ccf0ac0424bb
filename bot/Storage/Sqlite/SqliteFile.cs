using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VstrsBot.Storage.Sqlite;

/// <summary>Opens connections to the store's file and brings it to the schema of this release.</summary>
internal static class SqliteFile
{
    public const int SchemaVersion = 1;
    private const int ApplicationId = 0x56535452;

    /// <exception cref="StoreFileException">The file is no store, or one of a newer release.</exception>
    public static void Prepare(SqliteStoreSettings settings)
    {
        var path = Path.GetFullPath(settings.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MakePrivate(path);

        using var connection = Connect(settings);
        var version = ReadNumber(connection, "PRAGMA user_version");
        if (version > SchemaVersion)
            throw new StoreFileException($"{path} was written by a newer release (schema {version}; this release knows {SchemaVersion}). Install that release, or restore a back-up of this one.");
        if (version == SchemaVersion && ReadNumber(connection, "PRAGMA application_id") == ApplicationId)
            return;
        if (version != 0 || ReadNumber(connection, "SELECT count(*) FROM sqlite_schema WHERE name NOT IN ('rows', 'tags')") > 0)
            throw new StoreFileException($"{path} is a database of something else. Name another file as the store.");

        CreateSchema(connection);
    }

    public static SqliteConnection Connect(SqliteStoreSettings settings)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(settings.Path),
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // The library's own retry is coarse and adds to SQLite's: the shortest it allows.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            SetBusyTimeout(connection, settings.LockWait);
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, "PRAGMA secure_delete = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How long the connection waits for others, in whole milliseconds.</summary>
    public static void SetBusyTimeout(SqliteConnection connection, TimeSpan wait) =>
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)wait.TotalMilliseconds}"));

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void CreateSchema(SqliteConnection connection)
    {
        // Two processes may start at once; the second finds everything there.
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, "CREATE TABLE IF NOT EXISTS rows (key TEXT NOT NULL COLLATE BINARY PRIMARY KEY, value BLOB NOT NULL, claim TEXT NULL, tag INTEGER NOT NULL) WITHOUT ROWID");
        Execute(connection, "CREATE TABLE IF NOT EXISTS tags (only INTEGER PRIMARY KEY CHECK (only = 1), last INTEGER NOT NULL)");
        Execute(connection, "INSERT INTO tags VALUES (1, 0) ON CONFLICT DO NOTHING");
        Execute(connection, $"PRAGMA application_id = {ApplicationId}");
        Execute(connection, $"PRAGMA user_version = {SchemaVersion}");
        Execute(connection, "COMMIT");
    }

    private static long ReadNumber(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void MakePrivate(string path)
    {
        // Never opened when it is there: closing it would drop the locks this process holds on it through SQLite.
        if (OperatingSystem.IsWindows() || File.Exists(path))
            return;

        try
        {
            // SQLite gives -wal and -shm the mode of the file itself.
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it just now.
        }
    }
}
