using Microsoft.Data.Sqlite;

namespace VstrsBot.Tests.Backup;

/// <summary>A database of something else.</summary>
internal static class OtherDatabase
{
    public static void Write(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE songs (title TEXT)";
        command.ExecuteNonQuery();
    }
}
