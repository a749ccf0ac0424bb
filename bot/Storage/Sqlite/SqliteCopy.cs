using Microsoft.Data.Sqlite;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Sqlite;

/// <summary>
/// Copies a store into a file of its own as of one moment, while others read and write. Working data is left out as the rows are read: unlike a copy
/// of the file's pages, this one never holds it.
/// </summary>
internal static class SqliteCopy
{
    /// <param name="file">Must not be there.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be read, or the file not written.</exception>
    public static void Write(SqliteStoreSettings from, string file)
    {
        try
        {
            SqliteFile.Prepare(new SqliteStoreSettings(file));
            using var connection = SqliteFile.Connect(from);
            using (var attach = connection.CreateCommand())
            {
                attach.CommandText = "ATTACH DATABASE $file AS copy";
                attach.Parameters.AddWithValue("$file", Path.GetFullPath(file));
                attach.ExecuteNonQuery();
            }

            // The first statement that reads fixes the moment that all of them see.
            SqliteFile.Execute(connection, "BEGIN");
            SqliteFile.Execute(connection, $"INSERT INTO copy.rows SELECT * FROM main.rows WHERE {string.Join(" AND ", RowKeys.NotCopied.Select(Outside))}");
            SqliteFile.Execute(connection, "UPDATE copy.tags SET last = (SELECT last FROM main.tags)");
            SqliteFile.Execute(connection, "COMMIT");
            SqliteFile.Execute(connection, "DETACH DATABASE copy");
            Close(file);
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Before(error);
        }
    }

    /// <summary>Leaves one file, without a log beside it. Nobody else may have it open.</summary>
    public static void Close(string file)
    {
        using var connection = SqliteFile.Connect(new SqliteStoreSettings(file));
        SqliteFile.Execute(connection, "PRAGMA journal_mode = DELETE");
    }

    private static string Outside((string From, string Before) range) => $"NOT (key >= '{range.From}' AND key < '{range.Before}')";
}
