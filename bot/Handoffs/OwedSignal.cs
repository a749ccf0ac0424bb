namespace VstrsBot.Handoffs;

/// <summary>Says that something is owed now, and for which handoff, so that the outbox need not wait for its next look at everything.</summary>
internal sealed class OwedSignal
{
    private readonly Lock gate = new();
    private readonly Signal signal = new();
    private HashSet<HandoffId> handoffs = [];

    public void Raise(HandoffId id)
    {
        lock (gate)
            handoffs.Add(id);
        signal.Raise();
    }

    /// <summary>Completes at the next <see cref="Raise"/> after this call.</summary>
    public Task NextAsync() => signal.NextAsync();

    /// <summary>The handoffs it was raised for since this was last asked.</summary>
    public IReadOnlyCollection<HandoffId> Take()
    {
        lock (gate)
        {
            var taken = handoffs;
            handoffs = [];
            return taken;
        }
    }
}
