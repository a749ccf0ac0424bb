using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>What must hold of one setting.</summary>
/// <param name="Holds">It does.</param>
/// <param name="Name">The setting.</param>
/// <param name="Reason">What is wrong when it does not, without the value.</param>
internal readonly record struct SettingRule(bool Holds, string Name, string Reason)
{
    /// <summary>Those that do not hold, as faults of a section.</summary>
    public static IEnumerable<SettingFault> Broken(string section, params IEnumerable<SettingRule> rules) =>
        rules.Where(rule => !rule.Holds).Select(rule => new SettingFault($"{section}:{rule.Name}", rule.Reason));
}
