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
    private long changes;

    /// <summary>Goes up with every order given, narrowed, struck or cleared.</summary>
    public long Changes => Interlocked.Read(ref changes);

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
            changes++;
            return order;
        }
    }

    /// <summary>Holds every such operation at a gate until it is released.</summary>
    /// <param name="on">Only in this conversation.</param>
    public Gate Hold(Op op, string? on = null)
    {
        lock (gate)
        {
            var held = new Gate();
            var order = Next(op, Fault.Hold(held)).UntilCleared();
            if (on is not null) order.On(on);
            return held;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            foreach (var order in orders) GateOf(order.Fault)?.Release();
            orders.Clear();
            changes++;
        }
    }

    internal void Clear(FaultOrder order)
    {
        lock (gate)
        {
            GateOf(order.Fault)?.Release();
            orders.Remove(order);
            changes++;
        }
    }

    internal void Locked(Action change)
    {
        lock (gate)
        {
            change();
            changes++;
        }
    }

    internal Fault? Take(FaultSubject subject)
    {
        lock (gate)
        {
            orders.RemoveAll(o => GateOf(o.Fault)?.IsOpen is true);
            var order = orders.Find(o => o.Matches(subject));
            order?.Strike();
            if (order is not null) changes++;
            orders.RemoveAll(o => o.Left is 0 && GateOf(o.Fault) is null); // one with a gate stays, to be released
            return order?.Fault;
        }
    }

    private static Gate? GateOf(Fault fault) => fault switch
    {
        Fault.Held held => held.Gate,
        Fault.Afterwards { Then: Fault.Held after } => after.Gate,
        _ => null,
    };
}
