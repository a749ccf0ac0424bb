using VstrsBot.Addresses;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Retention;
using VstrsBot.Teams;

namespace VstrsBot;

/// <summary>Every setting, by section. From vstrsbot.json beside the program, or the environment (Teams__AppId and so on).</summary>
internal sealed record BotSettings
{
    /// <summary>How the bot and Teams know each other.</summary>
    public TeamsSettings Teams { get; init; } = new();

    /// <summary>The desk's channel.</summary>
    public ChannelSettings Channel { get; init; } = new();

    /// <summary>The store.</summary>
    public StoreSettings Store { get; init; } = new();

    /// <summary>The three keys.</summary>
    public KeySettings Keys { get; init; } = new();

    /// <summary>Times and limits of a handoff.</summary>
    public HandoffRules Handoffs { get; init; } = new();

    /// <summary>How long each class of data is kept.</summary>
    public RetentionRules Retention { get; init; } = new();

    /// <summary>Specialisms and matters.</summary>
    public DeskLists Lists { get; init; } = new();

    public static BotSettings From(IConfiguration configuration) => configuration.Get<BotSettings>() ?? new BotSettings();

    /// <summary>Everything that stops the start: the setting's name and the reason, never its value.</summary>
    public IEnumerable<SettingFault> Faults(bool production)
    {
        foreach (var fault in Teams.Validate(production))
            yield return fault;
        foreach (var fault in HandoffFaults(production))
            yield return fault;
        if (Retention.RecordYears is < 1 or > 7)
            yield return new SettingFault("Retention:RecordYears", "must be from 1 to 7.");
        if (Retention.CardsAfterEnd < TimeSpan.FromDays(2) || Retention.CardsAfterEnd > TimeSpan.FromDays(90))
            yield return new SettingFault("Retention:CardsAfterEnd", "must be from 2 to 90 days.");
    }

    private IEnumerable<SettingFault> HandoffFaults(bool production)
    {
        var rules = Handoffs;
        if (rules.Lease < (production ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(2)) || rules.Lease > TimeSpan.FromMinutes(10))
            yield return new SettingFault("Handoffs:Lease", production ? "must be from 1 to 10 minutes." : "must be from 2 seconds to 10 minutes.");
        if (rules.RenewEvery <= TimeSpan.Zero || rules.RenewEvery * 2 > rules.Lease)
            yield return new SettingFault("Handoffs:RenewEvery", "must be above zero and at most half the lease.");
        if (rules.Attempts is < 1 or > 5)
            yield return new SettingFault("Handoffs:Attempts", "must be from 1 to 5.");
        if (rules.MismatchesADay < rules.Attempts || rules.MismatchesADay > 100)
            yield return new SettingFault("Handoffs:MismatchesADay", "must be from Attempts to 100.");
        if (rules.ClaimReminder >= rules.ClaimLasts)
            yield return new SettingFault("Handoffs:ClaimReminder", "must be before ClaimLasts.");
        if (rules.ConfirmationWarning >= rules.ConfirmationLasts)
            yield return new SettingFault("Handoffs:ConfirmationWarning", "must be before ConfirmationLasts.");
        if (rules.RemindBefore >= rules.AnswerWithin)
            yield return new SettingFault("Handoffs:RemindBefore", "must be shorter than AnswerWithin.");
        if (rules.Cap < rules.Lease)
            yield return new SettingFault("Handoffs:Cap", "must not be shorter than the lease.");
        if (rules.WorkingDataAfterEnd > TimeSpan.FromHours(24) || rules.WorkingDataAfterEnd < TimeSpan.Zero)
            yield return new SettingFault("Handoffs:WorkingDataAfterEnd", "must be at most 24 hours.");
        if (rules.WorkingDataUnconfirmed > TimeSpan.FromHours(1) || rules.WorkingDataUnconfirmed < TimeSpan.Zero)
            yield return new SettingFault("Handoffs:WorkingDataUnconfirmed", "must be at most 1 hour.");
    }
}

/// <summary>Where the rows are.</summary>
internal sealed record StoreSettings
{
    /// <summary>The file of the embedded store. Default: vstrsbot.db in the working folder.</summary>
    public string Path { get; init; } = "vstrsbot.db";
}
