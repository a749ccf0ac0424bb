namespace VstrsBot.Handoffs;

/// <summary>What became of a command.</summary>
internal abstract record Outcome
{
    /// <summary>It happened, or was so already: the present state.</summary>
    internal sealed record Now(PostedHandoff State, bool Already) : Outcome;

    internal sealed record Refused(Refusal Why, PostedHandoff State) : Outcome;

    /// <summary>An end that the store did not take: it is shown all the same, and recorded as soon as it can be.</summary>
    /// <param name="As">The end as this process knows it; null when it knows nothing of the handoff.</param>
    internal sealed record NotRecorded(Ended? As) : Outcome;

    /// <summary>There is no such handoff.</summary>
    internal sealed record Unknown : Outcome;
}

/// <summary>The SEES ID as typed, before the service digests it.</summary>
internal sealed record CheckSeesIdHeard(Actor By, SeesId Heard, int? Claim = null) : ClaimCommand(By, Claim);
