using VstrsBot.Handoffs;
using VstrsBot.Teams;

namespace VstrsBot.Settings;

/// <summary>What must hold of the times and limits of a handoff before the bot starts.</summary>
internal static class HandoffFaults
{
    private const string Section = nameof(BotSettings.Handoffs);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <param name="production">Elsewhere a lease may be a few seconds long, for trying.</param>
    public static IEnumerable<SettingFault> Of(HandoffRules rules, bool production) => [.. Authority(rules, production), .. BeforeTheCall(rules), .. Of(rules.Ladder)];

    private static IEnumerable<SettingFault> Authority(HandoffRules rules, bool production) => SettingRule.Broken(
        Section,
        new(rules.Lease >= (production ? AMinute : TimeSpan.FromSeconds(2)) && rules.Lease <= AMinute * 10, nameof(rules.Lease), production ? "must be from 1 to 10 minutes" : "must be from 2 seconds to 10 minutes"),
        new(rules.RenewEvery > TimeSpan.Zero && rules.RenewEvery * 2 <= rules.Lease, nameof(rules.RenewEvery), "must be above zero and at most half of Lease"),
        new(rules.AskEvery > TimeSpan.Zero && rules.AskEvery <= ADay, nameof(rules.AskEvery), "must be above zero and at most a day"),
        new(rules.AnswerWithin > TimeSpan.Zero && rules.AnswerWithin <= ADay, nameof(rules.AnswerWithin), "must be above zero and at most a day"),
        new(rules.RemindBefore > TimeSpan.Zero && rules.RemindBefore < rules.AnswerWithin, nameof(rules.RemindBefore), "must be above zero and shorter than AnswerWithin"),
        new(rules.Cap >= rules.Lease && rules.Cap <= ADay, nameof(rules.Cap), "must be from Lease to a day"),
        new(rules.RemindAfterEnd >= TimeSpan.Zero && rules.RemindAfterEnd <= ADay, nameof(rules.RemindAfterEnd), "must be from zero to 24 hours (1.00:00:00)"),
        new(rules.WorkingDataAfterEnd >= TimeSpan.Zero && rules.WorkingDataAfterEnd <= ADay, nameof(rules.WorkingDataAfterEnd), "must be from zero to 24 hours (1.00:00:00)"),
        new(rules.WorkingDataUnconfirmed >= TimeSpan.Zero && rules.WorkingDataUnconfirmed <= TimeSpan.FromHours(1), nameof(rules.WorkingDataUnconfirmed), "must be from zero to 1 hour"));

    private static IEnumerable<SettingFault> BeforeTheCall(HandoffRules rules) => SettingRule.Broken(
        Section,
        new(rules.ClaimReminder > TimeSpan.Zero && rules.ClaimReminder < rules.ClaimLasts, nameof(rules.ClaimReminder), "must be above zero and before ClaimLasts"),
        new(rules.ClaimLasts > TimeSpan.Zero && rules.ClaimLasts < rules.NotTakenAfter, nameof(rules.ClaimLasts), "must be above zero and before NotTakenAfter"),
        new(rules.ConfirmationWarning > TimeSpan.Zero && rules.ConfirmationWarning < rules.ConfirmationLasts, nameof(rules.ConfirmationWarning), "must be above zero and before ConfirmationLasts"),
        new(rules.ConfirmationLasts > TimeSpan.Zero && rules.ConfirmationLasts < rules.NotTakenAfter, nameof(rules.ConfirmationLasts), "must be above zero and before NotTakenAfter"),
        new(rules.NotTakenAfter > TimeSpan.Zero && rules.NotTakenAfter <= ADay, nameof(rules.NotTakenAfter), "must be above zero and at most a day"),
        new(rules.Attempts is >= 1 and <= 5, nameof(rules.Attempts), "must be from 1 to 5"),
        new(rules.MismatchesADay >= rules.Attempts && rules.MismatchesADay <= 100, nameof(rules.MismatchesADay), "must be from Attempts to 100"));

    private static IEnumerable<SettingFault> Of(Ladder ladder)
    {
        var rungs = ladder.Rungs;
        var inOrder = rungs.Zip(rungs.Skip(1), (one, next) => one.After < next.After).All(isBefore => isBefore);
        return SettingRule.Broken(
            $"{Section}:{nameof(HandoffRules.Ladder)}",
            [
                new(rungs.Length is >= 1 and <= 20, nameof(ladder.Rungs), "must hold from 1 to 20 rungs"),
                new(rungs.IsEmpty || (rungs[0].After == TimeSpan.Zero && inOrder), $"{nameof(ladder.Rungs)}:0:{nameof(LadderRung.After)}", "must be zero, and each rung later than the one before"),
                .. rungs.Index().Select(rung => new SettingRule(
                    rung.Item.Ask is null or (>= 1 and <= Ladder.MostAsked), $"{nameof(ladder.Rungs)}:{rung.Index}:{nameof(LadderRung.Ask)}", $"must be from 1 to {Ladder.MostAsked}, or absent for everyone")),
                new(rungs.IsEmpty || (ladder.ExhaustedAfter > rungs[^1].After && ladder.ExhaustedAfter <= ADay), nameof(ladder.ExhaustedAfter), "must be later than the last rung, and at most a day"),
            ]);
    }
}
