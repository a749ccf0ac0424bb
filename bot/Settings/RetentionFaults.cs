using VstrsBot.Retention;
using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>What must hold of the periods of retention before the bot starts.</summary>
internal static class RetentionFaults
{
    public static IEnumerable<SettingFault> Of(RetentionRules rules) => SettingRule.Broken(
        nameof(BotSettings.Retention),
        new(rules.RecordYears is >= 1 and <= 7, nameof(rules.RecordYears), "must be from 1 to 7"),
        new(rules.CardsAfterEnd >= TimeSpan.FromDays(2) && rules.CardsAfterEnd <= TimeSpan.FromDays(90), nameof(rules.CardsAfterEnd), "must be from 2 to 90 days (7.00:00:00)"));
}
