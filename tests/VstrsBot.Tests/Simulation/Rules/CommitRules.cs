using System.Reflection;
using System.Text.Json.Serialization;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>What a commit may change: H1, H2, G4, H7, G16, and the record beside the state (H11).</summary>
internal sealed class CommitRules(Watched watched)
{
    private static readonly HandoffRules Times = new();

    /// <summary>Kinds of lines that are a step of the handoff. Others say what was sent or refused, and change nothing.</summary>
    private static readonly HashSet<string> Steps = [.. typeof(HandoffEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(one => (string)one.TypeDiscriminator!)];

    public void Check(Followed before, Snapshot after, IReadOnlyList<RecordLine> lines)
    {
        var id = before.Id.Value;
        var state = (PostedHandoff)after.State;
        var steps = lines.Count(line => Steps.Contains(line.Kind));
        if (after.Version != before.Version + steps || lines.Any(line => line.Chain != id))
            watched.Break($"H11 {id}: {steps} steps were recorded from version {before.Version} to {after.Version}.");
        if (before.State is Ended && state is not Ended)
            watched.Break($"H3 {id}: revived as {state.GetType().Name}.");
        if (state is HeldHandoff held)
            Holds(held);

        foreach (var line in lines)
            Check(before, line, id);
        if (state is Live && before.State is not Live && !Passes(before.State, lines))
            watched.Break($"H2 {id}: live from {before.State?.GetType().Name} by {string.Join(", ", lines.Select(line => line.Kind))}.");
        if (state.Mismatches.Count > Times.Attempts || (state is Confirmed or Live && state.Mismatches.Count >= Times.Attempts))
            watched.Break($"G16 {id}: {state.Mismatches.Count} mismatches in {state.GetType().Name}.");
    }

    private void Check(Followed before, RecordLine line, string id)
    {
        switch (line.Kind)
        {
            case "SpecialistClaimed":
                before.HeardRight.Clear();
                break;
            case "SeesIdConfirmed" when !before.HeardRight.Any(who => who.ToString() == line.By):
                watched.Break($"G4 {id}: confirmed by {line.Name}, who never typed the adviser's code.");
                break;
        }
    }

    private void Holds(HeldHandoff held)
    {
        var other = watched.All.FirstOrDefault(one => one.Id != held.Id && one.State is HeldHandoff its && its.Specialist.Id == held.Specialist.Id);
        if (other is not null)
            watched.Break($"H1: {held.Specialist.Name} holds {held.Id} and {other.Id}.");
    }

    /// <summary>Claimed, confirmed, taken, by one person: before this commit or in it.</summary>
    private static bool Passes(PostedHandoff? before, IReadOnlyList<RecordLine> lines) =>
        before is Confirmed confirmed && lines.Any(line => line.Kind == "CallTaken" && line.By == confirmed.Specialist.Id.ToString());
}
