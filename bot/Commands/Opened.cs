using VstrsBot.Keys;

namespace VstrsBot.Commands;

/// <summary>Settings read and checked, and the desk's keys.</summary>
internal sealed record Opened(BotSettings Settings, DeskKeys Keys)
{
    /// <summary>Null when a setting stops the start; each is named with its reason on standard error.</summary>
    public static async Task<Opened?> TryAsync(IConfiguration configuration, bool production, CancellationToken ct)
    {
        var settings = BotSettings.From(configuration);
        var faults = settings.Faults(production).ToList();
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"{fault.Name} {fault.Reason}");
        if (faults.Count > 0)
            return null;

        try
        {
            return new Opened(settings, await DeskKeys.LoadAsync(DeskKeys.SourcesFor(settings.Keys, settings.Store.Path, production), ct));
        }
        catch (KeyException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return null;
        }
    }
}
