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

    /// <summary>Records that are past their period and held: they stay.</summary>
    public int Held { get; init; }

    /// <summary>All that was removed.</summary>
    public int Total => WorkingData + Submissions + Cards + Handoffs + Days + Lines;

    /// <summary>As facts of the record.</summary>
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["workingData"] = $"{WorkingData}",
        ["submissions"] = $"{Submissions}",
        ["cards"] = $"{Cards}",
        ["handoffs"] = $"{Handoffs}",
        ["days"] = $"{Days}",
        ["lines"] = $"{Lines}",
        ["held"] = $"{Held}",
    };
}
