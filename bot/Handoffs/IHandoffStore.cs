namespace VstrsBot.Handoffs;

/// <summary>
/// The rows of one desk, in ordinal key order. One desk is one partition, so every step is one transaction.
/// Two implementations are held to one suite: embedded (SQLite) and Azure Tables.
/// </summary>
internal interface IHandoffStore
{
    /// <summary>The row under <paramref name="key"/>, or null.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    Task<Row?> FindAsync(string key, CancellationToken ct);

    /// <summary>Rows with <paramref name="from"/> ≤ key &lt; <paramref name="before"/> (ordinal), at most <paramref name="most"/>, in key order.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    Task<IReadOnlyList<Row>> ReadAsync(string from, string before, int most, CancellationToken ct);

    /// <summary>
    /// Applies all changes in one transaction, or none. A key stands in a batch at most once; at most 100 changes.
    /// </summary>
    /// <returns>False when a condition did not hold: an added key exists, a tag is no longer the row's. Nothing was changed then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was changed.</exception>
    /// <exception cref="StoreUnsureException">The changes may or may not stand: read back by change id.</exception>
    Task<bool> TryCommitAsync(IReadOnlyCollection<RowChange> changes, CancellationToken ct);

    /// <summary>The store's own clock where it has one (Azure Tables: the Date of its answers), else null.</summary>
    DateTimeOffset? Clock { get; }

    /// <summary>Whether other processes may serve from the same rows at the same time.</summary>
    bool IsShared => true;

    /// <summary>
    /// What was deleted stands nowhere any more: log and freed pages are emptied, where the store is a file of ours. Called at least once a minute.
    /// </summary>
    /// <returns>False when somebody who reads stood in the way: try again.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be written now.</exception>
    Task<bool> CompactAsync(CancellationToken ct) => Task.FromResult(true);
}

/// <summary>One row.</summary>
/// <param name="Key">At most 200 characters; none of / \ # ? and no control characters (the Azure Tables rule).</param>
/// <param name="Value">What stands in the row: UTF-8 JSON, or cipher text; at most 60 KiB.</param>
/// <param name="Claim">What a pump wrote on it (claimed until, next try), or null. A <see cref="RowChange.Put"/> leaves it alone.</param>
/// <param name="Tag">Changes with every write to the row, whichever column.</param>
internal sealed record Row(string Key, byte[] Value, string? Claim, string Tag);

/// <summary>One conditional write. See the outbox rules in README, Decisions.</summary>
internal abstract record RowChange(string Key)
{
    /// <summary>The key must not exist.</summary>
    internal sealed record Add(string Key, byte[] Value, string? Claim = null) : RowChange(Key);

    /// <summary>The row must still carry <paramref name="Tag"/>. Its claim is cleared.</summary>
    internal sealed record Replace(string Key, byte[] Value, string Tag) : RowChange(Key);

    /// <summary>Writes the value whether or not the row exists, and leaves a standing claim as it is. Gives the row a new tag.</summary>
    internal sealed record Put(string Key, byte[] Value) : RowChange(Key);

    /// <summary>Writes the claim alone; the row must still carry <paramref name="Tag"/>.</summary>
    internal sealed record SetClaim(string Key, string? Claim, string Tag) : RowChange(Key);

    /// <summary>The row must still carry <paramref name="Tag"/>.</summary>
    internal sealed record Delete(string Key, string Tag) : RowChange(Key);

    /// <summary>Deletes the row if it is there.</summary>
    internal sealed record Drop(string Key) : RowChange(Key);
}

/// <summary>The store cannot be read or written now; nothing was changed.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A write was sent and its outcome is unknown.</summary>
internal sealed class StoreUnsureException(string message, Exception? inner = null) : Exception(message, inner);
