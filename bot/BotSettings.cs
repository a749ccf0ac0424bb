using VstrsBot.Addresses;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Retention;
using VstrsBot.Settings;
using VstrsBot.Teams;
using VstrsBot.Telemetry;

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

    /// <summary>Where traces, metrics and logs go.</summary>
    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>Everything that stops the start: the setting's name and the reason, never its value.</summary>
    public IEnumerable<SettingFault> Faults(bool production) =>
    [
        .. Teams.Validate(production), .. DeskFaults.Of(Channel, Teams), .. StoreFaults.Of(Store, production), .. HandoffFaults.Of(Handoffs, production), .. DeskFaults.Of(Lists),
        .. RetentionFaults.Of(Retention), .. TelemetryFaults.Of(Telemetry),
    ];
}
