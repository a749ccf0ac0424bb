using System.Globalization;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>How often there was something for the rules to look at. A rule that nothing happened to holds for nothing.</summary>
internal sealed record Tally
{
    /// <summary>Calls of the bots to Teams that failed, were slow, or were done and not answered.</summary>
    public int TeamsFailed { get; set; }

    /// <summary>Calls to the store that failed, were slow, or were answered so that nobody knows.</summary>
    public int StoreFailed { get; set; }

    /// <summary>Outages, crashes, pauses, clocks that were set, cards deleted, the bot removed, the register changed.</summary>
    public int Befell { get; set; }

    /// <summary>Calls that went live, each after its adviser's code.</summary>
    public int WentLive { get; set; }

    /// <summary>Cards with a banner that were sent or answered: G1, G4 and G5 were looked at on each.</summary>
    public int Banners { get; set; }

    /// <summary>Deliveries that came again, under the same id or a new one: G8.</summary>
    public int Repeated { get; set; }

    /// <summary>Specialists who were to be asked: G9.</summary>
    public int Asked { get; set; }

    /// <summary>Pings that came once more, each after an answer nobody got: G10.</summary>
    public int AskedTwice { get; set; }

    /// <summary>Ends that a bot was told of and could not record at once: RE10.</summary>
    public int HeardEnds { get; set; }

    public static Tally operator +(Tally one, Tally other) => new()
    {
        TeamsFailed = one.TeamsFailed + other.TeamsFailed,
        StoreFailed = one.StoreFailed + other.StoreFailed,
        Befell = one.Befell + other.Befell,
        WentLive = one.WentLive + other.WentLive,
        Banners = one.Banners + other.Banners,
        Repeated = one.Repeated + other.Repeated,
        Asked = one.Asked + other.Asked,
        AskedTwice = one.AskedTwice + other.AskedTwice,
        HeardEnds = one.HeardEnds + other.HeardEnds,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{WentLive} went live, each after its adviser's code; {Banners} banners sent or answered, none past the lease; {Repeated} deliveries came again; {Asked} to be asked, none forgotten, {AskedTwice} asked twice, each after an answer nobody got; {HeardEnds} ends heard that could not be recorded at once, no banner put back for long. Went wrong: {TeamsFailed} calls to Teams, {StoreFailed} to the store, {Befell} outages, crashes, pauses and the like.");
}
