namespace VstrsBot.Teams.Inbound;

/// <summary>Where a call comes from, proven.</summary>
internal interface ICallProof
{
    /// <summary>What the call proves, or null when it proves nothing: it is answered 401.</summary>
    /// <param name="call">Its headers alone: the body is not read before.</param>
    /// <param name="ct">Gives up waiting for keys.</param>
    Task<VerifiedToken?> ProveAsync(HttpRequest call, CancellationToken ct);
}
