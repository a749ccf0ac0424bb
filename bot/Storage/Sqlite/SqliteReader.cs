using System.Globalization;
using Microsoft.Data.Sqlite;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Sqlite;

/// <summary>One connection that only reads, with its two questions prepared. Used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand range;

    private SqliteReader(SqliteConnection connection)
    {
        this.connection = connection;
        find = Prepared("SELECT key, value, claim, tag FROM rows WHERE key = $key", "$key");
        range = Prepared("SELECT key, value, claim, tag FROM rows WHERE key >= $from AND key < $before ORDER BY key LIMIT $most", "$from", "$before", "$most");
    }

    public static SqliteReader Open(SqliteStoreSettings settings)
    {
        var opened = SqliteFile.Connect(settings);
        SqliteFile.Execute(opened, "PRAGMA query_only = ON");
        return new SqliteReader(opened);
    }

    public Row? Find(string key)
    {
        find.Parameters[0].Value = key;
        using var rows = find.ExecuteReader();
        return rows.Read() ? RowAt(rows) : null;
    }

    public IReadOnlyList<Row> Read(string from, string before, int most)
    {
        range.Parameters[0].Value = from;
        range.Parameters[1].Value = before;
        range.Parameters[2].Value = most;
        var found = new List<Row>();
        using var rows = range.ExecuteReader();
        while (rows.Read())
            found.Add(RowAt(rows));
        return found;
    }

    public void Dispose()
    {
        find.Dispose();
        range.Dispose();
        connection.Dispose();
    }

    private static Row RowAt(SqliteDataReader rows) => new(
        rows.GetString(0),
        rows.GetFieldValue<byte[]>(1),
        rows.IsDBNull(2) ? null : rows.GetString(2),
        rows.GetInt64(3).ToString(CultureInfo.InvariantCulture));

    private SqliteCommand Prepared(string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        return command;
    }
}
