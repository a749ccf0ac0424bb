using System.Globalization;
using System.Reflection;
using VstrsBot.Settings;

namespace VstrsBot.Tests.Settings;

/// <summary>A setting as the code has it.</summary>
/// <param name="Name">As it is written in the file; N stands for a place in a list.</param>
/// <param name="Unless">Its default in words, or empty.</param>
internal sealed record EverySetting(string Name, PropertyInfo Property, string Unless)
{
    public static IReadOnlyList<EverySetting> All { get; } = [.. Of(typeof(BotSettings), new BotSettings(), "")];

    private static IEnumerable<EverySetting> Of(Type group, object? settings, string prefix)
    {
        foreach (var property in SettingShape.Of(group))
        {
            var name = prefix + property.Name;
            var value = settings is null ? null : property.GetValue(settings);
            if (SettingShape.ItemOf(property.PropertyType) is { } item && SettingShape.IsGroup(item))
            {
                foreach (var part in Of(item, null, $"{name}:N:"))
                    yield return part;
            }
            else if (SettingShape.IsGroup(property.PropertyType))
            {
                foreach (var part in Of(property.PropertyType, value, $"{name}:"))
                    yield return part;
            }
            else
            {
                yield return new EverySetting(name, property, InWords(value));
            }
        }
    }

    private static string InWords(object? value) => value switch
    {
        null or "" or System.Collections.ICollection => "",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
