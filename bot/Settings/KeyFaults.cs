using VstrsBot.Keys;
using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>What is wrong with the keys as they are set. A key that is absent is found or made outside Production.</summary>
internal static class KeyFaults
{
    public static async Task<IReadOnlyList<SettingFault>> OfAsync(KeySettings keys, bool production, CancellationToken ct)
    {
        var source = new SettingsKeySource(keys);
        List<SettingFault> faults = [];
        foreach (var key in Enum.GetValues<DeskKey>())
        {
            try
            {
                if (await source.FindAsync(key, ct) is null && production)
                    throw DeskKeys.Missing(key);
            }
            catch (KeyException bad)
            {
                faults.Add(new SettingFault(bad.Where, bad.Reason));
            }
        }

        return faults;
    }
}
