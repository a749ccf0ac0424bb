using System.Reflection;
using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>
/// Reads records of settings, and names every value that is none and every name that is no setting. The framework's binder stops at the first such
/// value, leaves the default in force where a name is mistyped, and adds to a default list instead of replacing it.
/// </summary>
internal sealed class SettingsReader
{
    private readonly List<SettingFault> faults = [];

    public IReadOnlyList<SettingFault> Faults => faults;

    /// <summary>The settings, each bad value left at its default. Sections that are none of the settings' are left to the framework.</summary>
    public T Read<T>(IConfiguration from)
        where T : new()
    {
        var settings = new T();
        foreach (var section in SettingShape.Of(typeof(T)))
            section.SetValue(settings, Read(section.PropertyType, section.GetValue(settings), from.GetSection(section.Name), section.Name));
        return settings;
    }

    private object? Read(Type type, object? unless, IConfigurationSection from, string name)
    {
        if (SettingShape.ItemOf(type) is { } item)
            return ReadList(type, item, unless, from, name);
        if (!SettingShape.IsGroup(type))
            return ReadValue(type, unless, from, name);

        // A variable of the environment may happen to have the name of a whole section.
        if (from.Value is { Length: > 0 } && name.Contains(':', StringComparison.Ordinal))
            Fault(name, "holds settings of its own, and is no value");
        NameStrangers(type, from, name);
        return type.GetConstructor([]) is null ? ReadWhole(type, unless, from, name) : ReadParts(type, unless, from, name);
    }

    private object? ReadValue(Type type, object? unless, IConfigurationSection from, string name)
    {
        if (from.GetChildren().Any())
            Fault(name, "is one value, and holds no others");
        else if (from.Value is { } text && SettingText.Parse(type, text) is { } value)
            return value;
        else if (from.Value is not null)
            Fault(name, SettingText.MustBe(type));
        return unless;
    }

    private object? ReadList(Type type, Type item, object? unless, IConfigurationSection from, string name)
    {
        var children = from.GetChildren().ToList();
        if (from.Value is { Length: > 0 } || children.Any(child => !child.Key.All(char.IsAsciiDigit)))
        {
            Fault(name, $"must be a list: {name}:0, {name}:1 and so on");
            return unless;
        }

        // An empty list in the file is an empty text here; nothing at all leaves the default.
        if (children.Count == 0 && from.Value is null)
            return unless;

        var before = faults.Count;
        List<object> items = [.. children.Select(child => Read(item, null, child, $"{name}:{child.Key}")).OfType<object>()];
        return faults.Count == before ? SettingShape.List(type, item, items) : unless;
    }

    private object ReadParts(Type group, object? unless, IConfigurationSection from, string name)
    {
        var settings = unless ?? Activator.CreateInstance(group)!;
        foreach (var part in SettingShape.Of(group))
            part.SetValue(settings, Read(part.PropertyType, part.GetValue(settings), from.GetSection(part.Name), $"{name}:{part.Name}"));
        return settings;
    }

    /// <summary>A record that is made at once, of all its parts.</summary>
    private object? ReadWhole(Type group, object? unless, IConfigurationSection from, string name)
    {
        if (!from.GetChildren().Any())
        {
            if (unless is null)
                Fault(name, $"must hold {string.Join(", ", SettingShape.Of(group).Select(part => part.Name))}");
            return unless;
        }

        var parts = group.GetConstructors().Single().GetParameters().Select(part => (Part: part, Value: ReadPart(part, group, unless, from, name))).ToList();
        return parts.Any(part => part.Value is null && MustStand(part.Part)) ? unless : Activator.CreateInstance(group, [.. parts.Select(part => part.Value)]);
    }

    private object? ReadPart(ParameterInfo part, Type group, object? unless, IConfigurationSection from, string name)
    {
        var before = unless is not null ? group.GetProperty(part.Name!)!.GetValue(unless) : part.HasDefaultValue ? part.DefaultValue : null;
        var here = from.GetSection(part.Name!);
        if (before is null && MustStand(part) && !here.Exists())
            Fault($"{name}:{part.Name}", "is missing");
        return Read(part.ParameterType, before, here, $"{name}:{part.Name}");
    }

    private static bool MustStand(ParameterInfo part) => Nullable.GetUnderlyingType(part.ParameterType) is null;

    private void NameStrangers(Type group, IConfigurationSection from, string name)
    {
        var known = SettingShape.Of(group).Select(part => part.Name).ToList();
        foreach (var stranger in from.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            Fault($"{name}:{stranger.Key}", $"is not a setting. {name} has: {string.Join(", ", known)}");
    }

    private void Fault(string name, string reason) => faults.Add(new SettingFault(name, reason));
}
