using Azure;
using Azure.Data.Tables;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Tables;

/// <summary>
/// Rows as entities of the desk's partition. A merge cannot take a property away and cannot write null, so a claim is written with the id of the
/// change that wrote it, and no claim is that id alone.
/// </summary>
internal sealed class TableRows(string desk)
{
    private const string Value = "Value";
    private const string Claim = "Claim";
    private const string Change = "Change";
    private const char Holds = '=';

    /// <summary>False when its tag is none that this store gave out: to the service "*" would mean any.</summary>
    public static bool MayHold(RowChange change) => change switch
    {
        RowChange.Replace c => IsTag(c.Tag),
        RowChange.SetClaim c => IsTag(c.Tag),
        RowChange.Delete c => IsTag(c.Tag),
        _ => true,
    };

    /// <exception cref="UnreadableRowException">It has no value.</exception>
    public static Row RowOf(TableEntity entity) => new(
        entity.RowKey, entity.GetBinary(Value) ?? throw new UnreadableRowException(entity.RowKey), ClaimOf(entity.GetString(Claim)), entity.ETag.ToString());

    /// <param name="id">The id of this change: every row it writes carries it.</param>
    public TableTransactionAction ActionOf(RowChange change, Guid id) => change switch
    {
        RowChange.Add c => new(TableTransactionActionType.Add, c.Claim is null ? Valued(c.Key, c.Value, id) : Claimed(Valued(c.Key, c.Value, id), c.Claim, id)),
        RowChange.Replace c => new(TableTransactionActionType.UpdateReplace, Valued(c.Key, c.Value, id), new ETag(c.Tag)),
        RowChange.Put c => new(TableTransactionActionType.UpsertMerge, Valued(c.Key, c.Value, id)),
        RowChange.SetClaim c => new(TableTransactionActionType.UpdateMerge, Claimed(new TableEntity(desk, c.Key), c.Claim, id), new ETag(c.Tag)),
        RowChange.Delete c => new(TableTransactionActionType.Delete, new TableEntity(desk, c.Key), new ETag(c.Tag)),
        RowChange.Drop c => new(TableTransactionActionType.Delete, new TableEntity(desk, c.Key), ETag.All),
        _ => throw new ArgumentException($"Not a change this store knows: {change.GetType().Name}.", nameof(change)),
    };

    /// <summary>Whether this row, as it now is, was written by that change.</summary>
    public static bool WroteIt(TableEntity entity, Guid id) =>
        entity.GetGuid(Change) == id || entity.GetString(Claim)?.StartsWith(id.ToString("N"), StringComparison.Ordinal) == true;

    private static bool IsTag(string tag) =>
        tag.Length > 4 && tag.StartsWith("W/\"", StringComparison.Ordinal) && tag[^1] == '"' && tag.AsSpan(3, tag.Length - 4).IndexOfAny('"', ' ') < 0;

    private TableEntity Valued(string key, byte[] value, Guid id) => new(desk, key) { [Value] = value, [Change] = id };

    private static TableEntity Claimed(TableEntity entity, string? claim, Guid id)
    {
        entity[Claim] = claim is null ? id.ToString("N") : $"{id:N}{Holds}{claim}";
        return entity;
    }

    private static string? ClaimOf(string? written) => written is not null && written.IndexOf(Holds) is >= 0 and var at ? written[(at + 1)..] : null;
}
