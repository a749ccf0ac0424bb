namespace VstrsBot.Retention;

/// <summary>What one sweep removed, by class.</summary>
/// <param name="WorkingData">Rows that outlived every time a handoff can have.</param>
/// <param name="Submissions">Forms sent.</param>
/// <param name="Cards">Addresses of cards.</param>
/// <param name="Handoffs">Handoffs with their whole record.</param>
/// <param name="Days">Days with their whole record.</param>
/// <param name="Lines">Lines of the record that went with those.</param>
internal sealed record Swept(int WorkingData, int Submissions, int Cards, int Handoffs, int Days, int Lines)
{
    public static readonly Swept Nothing = new(0, 0, 0, 0, 0, 0);

    /// <summary>Notes that people were told something once, of handoffs long over.</summary>
    public int Told { get; init; }

    /// <summary>Counts of calls to Teams in conversations where there was none for as long.</summary>
    public int Calls { get; init; }

    /// <summary>Records that are past their period and held: they stay.</summary>
    public int Held { get; init; }

    /// <summary>All that was removed.</summary>
    public int Total => WorkingData + Submissions + Cards + Told + Calls + Handoffs + Days + Lines;

    /// <summary>As facts of the record.</summary>
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["workingData"] = $"{WorkingData}",
        ["submissions"] = $"{Submissions}",
        ["cards"] = $"{Cards}",
        ["told"] = $"{Told}",
        ["calls"] = $"{Calls}",
        ["handoffs"] = $"{Handoffs}",
        ["days"] = $"{Days}",
        ["lines"] = $"{Lines}",
        ["held"] = $"{Held}",
    };
}
