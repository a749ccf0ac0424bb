using System.Globalization;

namespace VstrsBot.Settings;

/// <summary>How one value of a setting is written.</summary>
internal static class SettingText
{
    /// <summary>The value, or null when the text is none of that kind.</summary>
    public static object? Parse(Type type, string text)
    {
        var kind = KindOf(type);
        if (kind == typeof(string))
            return text;
        if (kind == typeof(bool))
            return bool.TryParse(text, out var yes) ? yes : null;
        if (kind == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (kind == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        // Without a colon "60" would be 60 days; in any form but this "24:00:00" would be 24 days.
        if (kind == typeof(TimeSpan))
            return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null;
        return Enum.GetNames(kind).FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } named ? Enum.Parse(kind, named) : null;
    }

    /// <summary>What the text must be, for whoever has to put it right.</summary>
    public static string MustBe(Type type)
    {
        var kind = KindOf(type);
        if (kind.IsEnum)
            return $"must be {string.Join(" or ", Enum.GetNames(kind))}";
        return kind.Name switch
        {
            nameof(Boolean) => "must be true or false",
            nameof(Int32) => "must be a whole number",
            nameof(DateOnly) => "must be a day such as 2026-11-23",
            nameof(TimeSpan) => "must be hours:minutes:seconds such as 00:03:00, days before them such as 1.00:00:00",
            _ => "must be text",
        };
    }

    private static Type KindOf(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
