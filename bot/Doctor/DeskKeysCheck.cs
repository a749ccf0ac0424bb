using System.Runtime.CompilerServices;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Doctor;

/// <summary>The keys are those that the store was written under.</summary>
internal sealed class DeskKeysCheck(IHandoffStore store, RecordSeal seal, WorkingDataCipher cipher) : ICheck
{
    private const int Days = 7;
    private const int Handoffs = 20;

    public string Name => "Keys";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var record = new StoredRecord(store);
        var verifier = new RecordVerifier(seal);
        var names = await record.ChainsAsync(ct);
        var (chains, lines) = (0, 0L);
        BadLine? bad = null;
        foreach (var name in names.Where(RecordKeys.IsDay).TakeLast(Days).Concat(names.Where(name => !RecordKeys.IsDay(name)).Take(Handoffs)))
        {
            if (await record.ReadAsync(name, ct) is not { } chain)
                continue;
            var walk = verifier.Walk(chain);
            (chains, lines, bad) = (chains + 1, lines + walk.Lines, bad ?? walk.Bad);
        }

        yield return bad is null
            ? Finding.Good($"The record key fits: {lines} lines in {chains} chains looked at.")
            : Finding.Bad($"The record is not as it was written under this record key: {bad}.", "Set the key the record was written under. If it is that key, the record was changed: run audit verify, and keep a copy.");

        if (await store.ReadAsync("w|", "w}", 1, ct) is [var working])
            yield return Opens(working);
    }

    private Finding Opens(Row working)
    {
        try
        {
            cipher.Decrypt(RowKeys.HandoffOf(working.Key).Value, working.Value);
            return Finding.Good("The working data key fits.");
        }
        catch (WorkingDataException)
        {
            return Finding.Bad("The working data in the store cannot be read with this key.", "Set the key it was written under. Otherwise details of open handoffs must be sent again.");
        }
    }
}
