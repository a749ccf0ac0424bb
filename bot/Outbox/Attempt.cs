using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Outbox;

/// <summary>An owed row under this process's claim.</summary>
internal sealed record HeldRow(Row Row, Owed Owed, OwedClaim Claim)
{
    public HandoffId Handoff => RowKeys.HandoffOf(Row.Key);

    /// <summary>What was sent may have come after what another process sent, or is not what should stand there any more.</summary>
    public RowChange OnceMore() => new RowChange.Put(Row.Key, HandoffJson.Write(Owed with { Urgency = Urgency.End }));
}

/// <summary>One attempt to send what is owed, as it will stand in the record.</summary>
internal sealed class Attempt(HeldRow held, SendTarget target)
{
    private (long Version, DateTimeOffset? Until)? shown;

    public HeldRow Held => held;

    public SendTarget Target => target;

    /// <summary>It leaves now.</summary>
    public void Begin(Shown state, Drawing drawing) =>
        shown = (state.Version, drawing.ShowsAuthority && state.State is Live live ? live.Lease.Until : null);

    /// <summary>The line of a send that Teams took; null when nothing left.</summary>
    public SendLine? Sent() => shown is null ? null : Line();

    public SendLine Failed(ConnectorException failure) => Failed(Line(), failure, left: shown is not null);

    public static SendLine Failed(SendLine line, ConnectorException failure, bool left)
    {
        var answer = SendFailure.Answer(failure);
        var outcome = !left || SendFailure.NeverLeft(answer) ? SendOutcome.NotAsked : answer.Ambiguous ? SendOutcome.Unknown : SendOutcome.Refused;
        return line.Failed(answer.Status, answer.Code, outcome);
    }

    /// <summary>Sends of earlier claims that nobody completed: their process stopped.</summary>
    public static SendLine Interrupted(OwedEffect effect, int times) =>
        LineOf(effect, "Unknown").Failed(0, "Interrupted", SendOutcome.Unknown) with { Times = times };

    public static SendLine LineOf(OwedEffect effect, string how) =>
        new(effect.Show?.ToString() ?? $"Say-{effect.Say}", effect.To?.Id.ToString(), effect.Show is null ? "Message" : how);

    private SendLine Line() => LineOf(held.Owed.Effect, target.How.ToString()) with { Version = shown?.Version, Until = shown?.Until };
}
