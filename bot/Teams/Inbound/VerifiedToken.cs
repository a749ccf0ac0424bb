namespace VstrsBot.Teams.Inbound;

/// <summary>What a token proves: the Bot Service, for this bot, about this service address. Nothing about a person.</summary>
/// <param name="ServiceUrl">The only address answers may go to.</param>
/// <param name="Endorsements">The channels the key that signed it may speak for.</param>
internal sealed record VerifiedToken(string ServiceUrl, IReadOnlySet<string> Endorsements);
