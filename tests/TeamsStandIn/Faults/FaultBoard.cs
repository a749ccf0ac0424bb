namespace TeamsStandIn.Faults;

/// <summary>
/// Every fault on command: <c>teams.Faults.Next(Op.Update, Fault.Status(503)).On(conversation).Times(2)</c>.
/// The oldest order that fits strikes; one per request.
/// </summary>
internal sealed class FaultBoard
{
    private readonly Lock gate = new();
    private readonly List<FaultOrder> orders = [];
    private int last;

    /// <summary>The orders that still stand.</summary>
    public IReadOnlyList<FaultOrder> Standing
    {
        get
        {
            lock (gate) return [.. orders];
        }
    }

    /// <summary>The next such operation goes wrong so. Narrow it before the bot can act.</summary>
    public FaultOrder Next(Op op, Fault fault)
    {
        lock (gate)
        {
            var order = new FaultOrder(++last, this, op, fault);
            orders.Add(order);
            return order;
        }
    }

    /// <summary>Holds the next such operations at a gate until it is released.</summary>
    public Gate Hold(Op op)
    {
        var held = new Gate();
        Next(op, Fault.Hold(held)).UntilCleared();
        return held;
    }

    public void Clear()
    {
        lock (gate)
        {
            foreach (var order in orders) ReleaseGateOf(order.Fault);
            orders.Clear();
        }
    }

    internal void Clear(FaultOrder order)
    {
        lock (gate)
        {
            ReleaseGateOf(order.Fault);
            orders.Remove(order);
        }
    }

    internal void Locked(Action change)
    {
        lock (gate) change();
    }

    internal Fault? Take(FaultSubject subject)
    {
        lock (gate)
        {
            var order = orders.Find(o => o.Matches(subject));
            order?.Strike();
            orders.RemoveAll(o => o.Left is 0);
            return order?.Fault;
        }
    }

    private static void ReleaseGateOf(Fault fault)
    {
        if (fault is Fault.Held held) held.Gate.Release();
        if (fault is Fault.Afterwards { Then: Fault.Held after }) after.Gate.Release();
    }
}
