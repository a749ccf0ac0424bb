using System.Collections.Immutable;
using System.Reflection;

namespace VstrsBot.Settings;

/// <summary>What a type of the settings is: a single value, a list, or a group of settings.</summary>
internal static class SettingShape
{
    /// <summary>The type of a list's items, or null when it is no list.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var list && (list == typeof(IReadOnlyList<>) || list == typeof(ImmutableArray<>))
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>True for a record of settings.</summary>
    public static bool IsGroup(Type type) => type.Namespace?.StartsWith("VstrsBot", StringComparison.Ordinal) == true && !type.IsEnum;

    /// <summary>The settings of a group, in the order they stand in the code.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type group) =>
        [.. group.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }).OrderBy(property => property.MetadataToken)];

    /// <summary>A list of the type asked for.</summary>
    public static object List(Type type, Type item, IReadOnlyCollection<object> items)
    {
        var array = Array.CreateInstance(item, items.Count);
        foreach (var (place, one) in items.Index())
            array.SetValue(one, place);
        return type.IsValueType ? Immutable.MakeGenericMethod(item).Invoke(null, [array])! : array;
    }

    private static readonly MethodInfo Immutable =
        typeof(ImmutableArray).GetMethods().Single(made => made.Name == nameof(ImmutableArray.Create) && made.ToString()!.Contains("(T[])", StringComparison.Ordinal));
}
