using System.Globalization;

namespace VstrsBot.Record;

/// <summary>The row keys of the record.</summary>
internal static class RecordKeys
{
    public const string Lines = "e|";
    public const string Handoffs = "h|";
    public const string Days = "g|";
    public const string Holds = "y|";
    public const string Removals = "z|";

    public static string Line(string chain, long seq) => string.Create(CultureInfo.InvariantCulture, $"{Lines}{chain}|{seq:D8}");

    public static string LinesOf(string chain) => $"{Lines}{chain}|";

    /// <summary>The row that holds the chain's head: the handoff's snapshot, or the day's own row.</summary>
    public static string HeadOf(string chain) => (IsDay(chain) ? Days : Handoffs) + chain;

    /// <summary>Stands while a chain is being removed: what is left of it is no damage.</summary>
    public static string RemovalOf(string chain) => Removals + chain;

    /// <summary>Keeps a chain past its period.</summary>
    public static string HoldOn(string chain) => Holds + chain;

    public static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool IsDay(string chain) => DateOnly.TryParseExact(chain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The first key after everything that starts with <paramref name="prefix"/>, which ends in '|'.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
