using System.Text;
using Azure.Data.Tables;
using Microsoft.Data.Sqlite;

namespace VstrsBot.Tests.Journeys.Releases;

/// <summary>
/// Reads rows out of a store and writes them into another past the product's own code: a release that stores rows in another way must
/// still find these.
/// </summary>
internal static class CapturedStore
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Everything in an embedded store's file.</summary>
    public static (IReadOnlyList<string> Schema, long LastTag, IReadOnlyList<CapturedRow> Rows) Read(string path)
    {
        using var file = Open(path);
        List<string> schema = [.. All(file, "SELECT sql FROM sqlite_schema ORDER BY name", row => row.GetString(0))];
        foreach (var number in new[] { "application_id", "user_version" })
            schema.Add($"PRAGMA {number} = {All(file, $"PRAGMA {number}", row => row.GetInt64(0)).Single()}");
        var last = All(file, "SELECT last FROM tags", row => row.GetInt64(0)).Single();
        return (schema, last, [.. All(file, "SELECT key, value, claim, tag FROM rows ORDER BY key", RowOf)]);
    }

    /// <param name="origin">Where Teams listens now.</param>
    public static Task WriteAsync(CapturedRelease captured, StoreSettings store, string origin) =>
        store.Kind == StoreKind.Tables ? WriteTableAsync(captured, store, origin) : WriteFileAsync(captured, store.Path, origin);

    private static async Task WriteFileAsync(CapturedRelease captured, string path, string origin)
    {
        await using var file = Open(path);
        foreach (var sql in captured.Schema)
            await RunAsync(file, sql);
        await RunAsync(file, "BEGIN");
        await RunAsync(file, "INSERT INTO tags VALUES (1, $last)", ("$last", captured.LastTag));
        foreach (var row in captured.Rows)
        {
            await RunAsync(
                file, "INSERT INTO rows (key, value, claim, tag) VALUES ($key, $value, $claim, $tag)",
                ("$key", row.Key), ("$value", row.Value(captured.Origin, origin)), ("$claim", (object?)row.Claim ?? DBNull.Value), ("$tag", row.Tag));
        }

        await RunAsync(file, "COMMIT");
    }

    /// <summary>Entities as release 1.0.0 writes them: each carries the id of the change that wrote it, and a claim the id of its own.</summary>
    private static async Task WriteTableAsync(CapturedRelease captured, StoreSettings store, string origin)
    {
        var table = new TableClient(store.ConnectionString, store.Table);
        await table.CreateIfNotExistsAsync();
        foreach (var some in captured.Rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(some.Select(row =>
            {
                var entity = new TableEntity(captured.Partition, row.Key) { ["Value"] = row.Value(captured.Origin, origin), ["Change"] = Guid.NewGuid() };
                if (row.Claim is not null)
                    entity["Claim"] = $"{Guid.NewGuid():N}={row.Claim}";
                return new TableTransactionAction(TableTransactionActionType.Add, entity);
            }));
        }
    }

    private static CapturedRow RowOf(SqliteDataReader row)
    {
        var (key, value, claim, tag) = (row.GetString(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt64(3));
        try
        {
            return new CapturedRow(key, Strict.GetString(value), null, claim, tag);
        }
        catch (DecoderFallbackException)
        {
            return new CapturedRow(key, null, value, claim, tag);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        return file;
    }

    private static IEnumerable<T> All<T>(SqliteConnection file, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return read(rows);
    }

    private static async Task RunAsync(SqliteConnection file, string sql, params (string Name, object Value)[] values)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }
}
