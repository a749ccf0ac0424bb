using System.Globalization;
using Microsoft.Data.Sqlite;
using VstrsBot.Handoffs;
using static SQLitePCL.raw;

namespace VstrsBot.Storage.Sqlite;

/// <summary>
/// The one connection that writes. Each write stands alone in its command: a row-returning statement before it in the
/// same command hides the error of the commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private SqliteWriter(SqliteConnection connection) => this.connection = connection;

    public static SqliteWriter Open(SqliteStoreSettings settings) => new(SqliteFile.Connect(settings));

    /// <summary>False when a condition did not hold; nothing was changed then.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was changed.</exception>
    /// <exception cref="StoreUnsureException">COMMIT failed, and the changes may stand.</exception>
    public bool TryCommit(IReadOnlyCollection<RowChange> changes)
    {
        try
        {
            Run("BEGIN IMMEDIATE");
            // A counter in the file: a key that is deleted and added again never gets an old tag back.
            Run("UPDATE tags SET last = last + 1");
            if (!changes.All(Apply))
            {
                Run("ROLLBACK");
                return false;
            }
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Before(error);
        }

        try
        {
            Run("COMMIT");
            return true;
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.AtCommit(error, stillOpen: sqlite3_get_autocommit(connection.Handle) == 0);
        }
    }

    /// <summary>Moves the WAL into the file and empties it. False when a reader stood in the way; nobody who writes waits long for that.</summary>
    public bool TryTruncateWal(SqliteStoreSettings settings)
    {
        try
        {
            SqliteFile.SetBusyTimeout(connection, settings.CompactWait);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            using (var answer = command.ExecuteReader())
            {
                if (!answer.Read() || answer.GetInt64(0) != 0)
                    return false;
            }

            return true;
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Before(error);
        }
        finally
        {
            SqliteFile.SetBusyTimeout(connection, settings.LockWait);
        }
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private bool Apply(RowChange change) => change switch
    {
        RowChange.Add add => Run(
            "INSERT INTO rows SELECT $key, $value, $claim, last FROM tags WHERE true ON CONFLICT (key) DO NOTHING",
            ("$key", add.Key), ("$value", add.Value), ("$claim", add.Claim)) == 1,
        RowChange.Replace replace => TagOf(replace.Tag) is { } tag && Run(
            "UPDATE rows SET value = $value, claim = NULL, tag = (SELECT last FROM tags) WHERE key = $key AND tag = $tag",
            ("$key", replace.Key), ("$value", replace.Value), ("$tag", tag)) == 1,
        RowChange.Put put => Run(
            "INSERT INTO rows SELECT $key, $value, NULL, last FROM tags WHERE true ON CONFLICT (key) DO UPDATE SET value = excluded.value, tag = excluded.tag",
            ("$key", put.Key), ("$value", put.Value)) == 1,
        RowChange.SetClaim claim => TagOf(claim.Tag) is { } tag && Run(
            "UPDATE rows SET claim = $claim, tag = (SELECT last FROM tags) WHERE key = $key AND tag = $tag",
            ("$key", claim.Key), ("$claim", claim.Claim), ("$tag", tag)) == 1,
        RowChange.Delete delete => TagOf(delete.Tag) is { } tag && Run(
            "DELETE FROM rows WHERE key = $key AND tag = $tag",
            ("$key", delete.Key), ("$tag", tag)) == 1,
        RowChange.Drop drop => Run("DELETE FROM rows WHERE key = $key", ("$key", drop.Key)) <= 1,
        _ => throw new ArgumentException($"Not a change this store knows: {change.GetType().Name}.", nameof(change)),
    };

    // Only the text this store gave out is a tag: "01" or " 1" must not pass for "1".
    private static long? TagOf(string tag) =>
        long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == tag ? number : null;

    private int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in values)
                command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }

        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at].Value ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }
}
