using Microsoft.Extensions.Configuration.Json;
using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>The file vstrsbot.json in the working folder. All of it is settings: what stands in it under another name is a mistake.</summary>
internal static class SettingsFile
{
    public const string Name = "vstrsbot.json";

    /// <summary>Sections that the framework reads.</summary>
    private static readonly string[] Frameworks = ["Logging", "Urls", "Kestrel"];

    /// <exception cref="SettingsFileException">It is there and is no JSON, or names a setting twice.</exception>
    public static void Add(IConfigurationBuilder configuration)
    {
        try
        {
            configuration.AddJsonFile(Name, optional: true);
        }
        catch (InvalidDataException broken)
        {
            throw new SettingsFileException($"{Name} cannot be read. {broken.GetBaseException().Message}", broken);
        }
    }

    /// <summary>Its sections that are none.</summary>
    public static IEnumerable<SettingFault> Strangers(IConfiguration configuration)
    {
        var sections = SettingShape.Of(typeof(BotSettings)).Select(section => section.Name).ToList();
        return (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>()
            .Where(file => file.Source.Path == Name)
            .SelectMany(file => file.GetChildKeys([], parentPath: null))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Except([.. sections, .. Frameworks], StringComparer.OrdinalIgnoreCase)
            .Select(stranger => new SettingFault(stranger, $"is not a setting. {Name} may hold: {string.Join(", ", sections)}")) ?? [];
    }
}

/// <summary>The settings file cannot be read. The message says where.</summary>
internal sealed class SettingsFileException(string message, Exception inner) : Exception(message, inner);
