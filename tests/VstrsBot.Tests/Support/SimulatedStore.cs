using System.Globalization;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Tests.Support;

/// <summary>A store in memory with the real tag rules, and the faults that a real one has at the worst moment.</summary>
internal sealed class SimulatedStore : IHandoffStore
{
    private readonly Memory memory;

    public SimulatedStore() => memory = new Memory();

    private SimulatedStore(Memory memory) => this.memory = memory;

    /// <summary>What the next commits meet, in order; then all is well again.</summary>
    public Queue<CommitFault> Faults { get; } = new();

    /// <summary>While true, nothing can be read or written.</summary>
    public bool Down { get; set; }

    /// <summary>Runs before a commit is looked at: the place for somebody else to be faster.</summary>
    public Func<IReadOnlyCollection<RowChange>, Task>? BeforeCommit { get; set; }

    public DateTimeOffset? Clock { get; set; }

    public int Commits { get; private set; }

    /// <summary>The same rows, as another replica or a restarted process sees them.</summary>
    public SimulatedStore Reopened() => new(memory);

    public Task<Row?> FindAsync(string key, CancellationToken ct)
    {
        Admit(ct);
        lock (memory)
            return Task.FromResult(memory.Rows.TryGetValue(key, out var row) ? Copy(row) : null);
    }

    public Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        Admit(ct);
        lock (memory)
        {
            return Task.FromResult(memory.Read(from, before, most));
        }
    }

    public async Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct)
    {
        RowRules.Check(changes);
        Admit(ct);
        if (BeforeCommit is { } before)
            await before(changes);

        lock (memory)
        {
            var fault = Faults.TryDequeue(out var next) ? next : CommitFault.None;
            if (fault == CommitFault.Unavailable)
                throw new StoreUnavailableException("Simulated: nothing was changed.");
            if (fault == CommitFault.UnsureAndLost)
                throw new StoreUnsureException("Simulated: no answer, and the changes do not stand.");

            var stands = changes.All(memory.Allows);
            if (stands)
                memory.Apply(changes);
            if (stands)
                Commits++;
            return fault == CommitFault.UnsureButStands ? throw new StoreUnsureException("Simulated: no answer, though it was done.") : stands;
        }
    }

    private void Admit(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Down)
            throw new StoreUnavailableException("Simulated: the store is down.");
    }

    private static Row Copy(Row row) => row with { Value = [.. row.Value] };

    private sealed class Memory
    {
        private long last;

        public SortedList<string, Row> Rows { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<Row> Read(string from, string before, int most)
        {
            List<Row> found = [];
            for (var at = FirstFrom(from); at < Rows.Count && found.Count < most && string.CompareOrdinal(Rows.Keys[at], before) < 0; at++)
                found.Add(Copy(Rows.Values[at]));
            return found;
        }

        public bool Allows(RowChange change) => change switch
        {
            RowChange.Add add => !Rows.ContainsKey(add.Key),
            RowChange.Replace replace => Carries(replace.Key, replace.Tag),
            RowChange.SetClaim claim => Carries(claim.Key, claim.Tag),
            RowChange.Delete delete => Carries(delete.Key, delete.Tag),
            _ => true,
        };

        public void Apply(IReadOnlyCollection<RowChange> changes)
        {
            var tag = (++last).ToString(CultureInfo.InvariantCulture);
            foreach (var change in changes)
                Apply(change, tag);
        }

        private void Apply(RowChange change, string tag)
        {
            switch (change)
            {
                case RowChange.Add add:
                    Rows[add.Key] = new Row(add.Key, [.. add.Value], add.Claim, tag);
                    break;
                case RowChange.Replace replace:
                    Rows[replace.Key] = new Row(replace.Key, [.. replace.Value], null, tag);
                    break;
                case RowChange.Put put:
                    Rows[put.Key] = new Row(put.Key, [.. put.Value], Rows.GetValueOrDefault(put.Key)?.Claim, tag);
                    break;
                case RowChange.SetClaim claim:
                    Rows[claim.Key] = Rows[claim.Key] with { Claim = claim.Claim, Tag = tag };
                    break;
                default:
                    Rows.Remove(change.Key);
                    break;
            }
        }

        private int FirstFrom(string key)
        {
            var (low, high) = (0, Rows.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = string.CompareOrdinal(Rows.Keys[middle], key) < 0 ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        private bool Carries(string key, string tag) => Rows.TryGetValue(key, out var row) && row.Tag == tag;
    }
}

/// <summary>What a commit may meet.</summary>
internal enum CommitFault
{
    None,
    Unavailable,
    UnsureButStands,
    UnsureAndLost,
}
