using VstrsBot.Keys;
using VstrsBot.Settings;
using VstrsBot.Teams;

namespace VstrsBot.Commands;

/// <summary>Settings read and checked, and the desk's keys.</summary>
internal sealed record Opened(BotSettings Settings, DeskKeys Keys)
{
    /// <summary>Null when a setting stops the start; each is named with its reason.</summary>
    /// <param name="errors">Takes the names and reasons, a line each.</param>
    public static async Task<Opened?> TryAsync(IConfiguration configuration, bool production, TextWriter errors, CancellationToken ct)
    {
        var (settings, faults) = await ReadAsync(configuration, production, ct);
        foreach (var fault in faults)
            await errors.WriteLineAsync($"{fault.Name} {fault.Reason}");
        if (faults.Count > 0)
            return null;

        try
        {
            return new Opened(settings, await DeskKeys.LoadAsync(DeskKeys.SourcesFor(settings.Keys, settings.Store.Path, production), ct));
        }
        catch (KeyException bad)
        {
            await errors.WriteLineAsync(bad.Message);
            return null;
        }
    }

    /// <summary>The settings as far as they can be read, and everything that is wrong with them.</summary>
    public static async Task<(BotSettings Settings, IReadOnlyList<SettingFault> Faults)> ReadAsync(IConfiguration configuration, bool production, CancellationToken ct)
    {
        var reader = new SettingsReader();
        var settings = reader.Read<BotSettings>(configuration);
        return (settings, [
            .. SettingsFile.Strangers(configuration), .. reader.Faults, .. settings.Faults(production),
            .. CertificateFaults.Of(settings.Teams.Credential), .. await KeyFaults.OfAsync(settings.Keys, production, ct),
        ]);
    }
}
