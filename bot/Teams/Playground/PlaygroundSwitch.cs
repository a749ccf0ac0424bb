using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Teams.Playground;

/// <summary>
/// <see cref="TeamsSettings.Playground"/>: lets a Microsoft 365 Agents Playground in, which signs nothing. In Development alone, and only for this
/// machine. Without it nothing here is part of the app.
/// </summary>
internal static class PlaygroundSwitch
{
    private const string Name = "Teams:Playground";
    private const string OnlyInDevelopment = "lets in calls that nobody signed: it is for Development alone";

    /// <summary>What is wrong with the setting; in Production that it is there at all.</summary>
    public static IEnumerable<SettingFault> Faults(TeamsSettings settings, bool production)
    {
        if (settings.Playground is not { } address) yield break;
        if (production) yield return new SettingFault(Name, OnlyInDevelopment);
        else if (!IsOnThisMachine(address)) yield return new SettingFault(Name, "must be an http address on this machine, such as http://127.0.0.1:56150/_connector");
    }

    /// <summary>Why the app must not serve: the switch is on, and this is not Development, whatever else it is.</summary>
    public static SettingFault? Fault(TeamsSettings settings, bool development) =>
        settings.Playground is null || development ? null : new SettingFault(Name, OnlyInDevelopment);

    /// <exception cref="InvalidOperationException">This is not Development.</exception>
    public static void Add(IServiceCollection services, TeamsSettings settings, bool development)
    {
        if (settings.Playground is null) return;
        if (Fault(settings, development) is { } fault) throw new InvalidOperationException($"{fault.Name} {fault.Reason}.");
        services.AddSingleton<ICallProof, PlaygroundCalls>();
        services.AddSingleton<ITokenSource, PlaygroundToken>();
    }

    /// <summary>True when the address may stand in the setting.</summary>
    public static bool IsOnThisMachine(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttp
        && address.IsLoopback
        && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };
}
