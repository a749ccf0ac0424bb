namespace TeamsStandIn;

/// <summary>How the pretend tenant is set up.</summary>
internal sealed record StandInOptions
{
    /// <summary>The bot's <c>/api/messages</c>; may be given later with <see cref="StandIn.ConnectBot"/>.</summary>
    public Uri? BotEndpoint { get; init; }

    public string AppId { get; init; } = "8c6a0f7e-2d51-4f0b-9a57-0d6b1f2c3e44";

    /// <summary>The only secret the token endpoint takes from the bot.</summary>
    public string ClientSecret { get; init; } = "stand-in-secret";

    public string TenantId { get; init; } = "5b0c9d1e-7a34-4c86-8f2d-6e1a9b3c7d55";

    public string BotName { get; init; } = "VSTRS handoff";

    /// <summary>The clock of everything here: tokens, limits, messages, delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public IReadOnlyList<PersonSeed> People { get; init; } =
    [
        new("Tom Reed") { InTeam = false },
        new("Priya Shah"),
        new("Amir Khan"),
        new("Leah Brooks"),
    ];

    /// <summary>The bot is in the team from the start; no event is sent for it.</summary>
    public bool BotInTeam { get; init; } = true;

    /// <summary>Loopback port; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether a request over a limit is answered 429. It is counted and listed either way.</summary>
    public bool EnforceLimits { get; init; } = true;

    /// <summary>Whether the clients refresh by themselves after an update, as Teams does; off where every step is to be the test's own.</summary>
    public bool AutoRefresh { get; init; }

    /// <summary>Whether the clients check required inputs, lengths and patterns before they send.</summary>
    public bool CheckInputs { get; init; }

    /// <summary>How long an invoke or activity may take before Teams gives up with 504. Teams: bot basics.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);
}
