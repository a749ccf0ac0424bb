using System.Runtime.CompilerServices;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>A row of what is owed, and what the pump wrote on it.</summary>
internal sealed record OwedRow(Row Row, Owed Owed, OwedClaim Claim)
{
    public HandoffId Handoff => RowKeys.HandoffOf(Row.Key);

    public Lane Lane => Lane.Of(Handoff, Owed);

    public bool FreeAt(DateTimeOffset now) => Claim.FreeAt(now, Owed);

    /// <summary>It takes a banner away, and nobody has an answer to it yet.</summary>
    public bool IsUntriedEndAt(DateTimeOffset now) => Owed.Urgency == Urgency.End && Claim.IsUntriedAt(now, Owed);

    /// <summary>When it may be tried next, as far as the row says; null when that is now.</summary>
    public DateTimeOffset? NextTry => Claim.Until > Claim.NotBefore ? Claim.Until : Claim.NotBefore ?? Claim.Until;
}

/// <summary>Reads what is owed. A row that this release cannot read must not hold up the others.</summary>
internal sealed partial class OwedRows(IHandoffStore store, TimeProvider time, ILogger<OwedRows> log)
{
    private const int Page = 500;

    private readonly RowMemo<Owed> memo = new(places: 2048);
    private readonly TextMemo<OwedClaim> claims = new(places: 512, OwedClaim.Find);
    private readonly BrokenHandoffs said = new(time);

    /// <summary>What is owed; null for what this release does not know how to show or say.</summary>
    public static Owed? Find(Row row) => Known(HandoffJson.Find<Owed>(row));

    /// <summary>Everything that is owed.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public IAsyncEnumerable<OwedRow> AllAsync(CancellationToken ct) => ReadAsync(RowKeys.AllOwed, ct);

    /// <summary>What one handoff owes: what this costs does not follow from how much is owed in all.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public IAsyncEnumerable<OwedRow> OfAsync(HandoffId id, CancellationToken ct) => ReadAsync(RowKeys.OwedOf(id), ct);

    private async IAsyncEnumerable<OwedRow> ReadAsync((string From, string Before) range, [EnumeratorCancellation] CancellationToken ct)
    {
        var from = range.From;
        while (true)
        {
            var page = await store.ReadAsync(from, range.Before, Page, ct);
            foreach (var row in page)
            {
                if (Read(row) is { } owed)
                    yield return owed;
            }

            if (page.Count < Page)
                yield break;
            from = page[^1].Key + ' '; // no key holds a lower character
        }
    }

    private OwedRow? Read(Row row)
    {
        if (RowKeys.FindHandoffOf(row.Key) is not { } id)
            return null;
        if (Known(memo.Find(row)) is { } owed && claims.Find(row.Claim) is { } claim)
            return new OwedRow(row, owed, claim);
        if (said.PutOff(id))
            Log.Unreadable(log, id.Value);
        return null;
    }

    private static Owed? Known(Owed? read) => read is { Effect: var effect } && (effect.Show is null) != (effect.Say is null) ? read : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handoff {Handoff}: something that is owed cannot be read by this release. It is left to one that can.")]
        public static partial void Unreadable(ILogger logger, string handoff);
    }
}
