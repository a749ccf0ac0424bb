using System.Runtime.CompilerServices;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;
using VstrsBot.Storage;

namespace VstrsBot.Doctor;

/// <summary>Whoever serves renews what is due: the heartbeat that each instance writes.</summary>
internal sealed class ServingCheck(IHandoffStore store, HandoffRules rules, TimeProvider time) : ICheck
{
    public string Name => "Serving";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (from, before) = RowKeys.AllHeartbeats;
        var beats = (await store.ReadAsync(from, before, int.MaxValue, ct)).Select(row => (Name: row.Key[from.Length..], Silent: time.GetUtcNow() - HandoffJson.Read<LastBeat>(row).At)).ToList();
        if (beats.Count == 0)
            yield return Finding.Warn("No process serves this desk now.", "Start serve.");

        var someoneServes = beats.Any(beat => !IsSilent(beat.Silent));
        foreach (var (name, silent) in beats)
        {
            var says = $"{name} last renewed {(int)silent.TotalSeconds} s ago.";
            yield return !IsSilent(silent) ? Finding.Good(says)
                : someoneServes ? Finding.Warn($"{says} Another process serves.", $"If {name} still runs, restart it: its renewal loop stands.")
                : Finding.Bad($"{says} Its renewal loop stands, or it was killed. Live banners run out by themselves.", "Start it again. Until then the phone process of DMBM512015 holds.");
        }
    }

    private bool IsSilent(TimeSpan silent) => silent >= HeartbeatWatch.TooLong(rules);
}
