using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Pretend;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>What must be so when all has settled: H5, H11, G1.</summary>
internal sealed class RestRules(Watched watched, World world, SimulatedStore rows)
{
    /// <summary>What may still be pressed on a card of a handoff that is over.</summary>
    private static readonly string[] LeftOver = [Verbs.Fresh, Verbs.StartHandoff, Verbs.WrapUp, Verbs.ShowNote, Verbs.View];

    public void Check()
    {
        if (watched.All.FirstOrDefault(one => one.State is not Ended) is { } open)
            watched.Break($"EN6 {open.Id}: {open.State.GetType().Name} at rest.");
        foreach (var message in world.Tenant.Messages.Where(message => !message.IsDeleted))
            CheckScreen(message);
        foreach (var row in Read("o|"))
            watched.Break($"H5: {row.Key} is owed at rest; {row.Claim}");
        foreach (var row in Read("w|"))
            watched.Break($"PR2: {row.Key} stands at rest.");
        foreach (var row in Read("l|"))
            CheckFree(row);
        foreach (var row in Read("c|"))
            CheckKnown(row);

        var verified = AtOnce.Of(() => new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(rows), CancellationToken.None));
        if (verified.FirstBad is { } bad)
            watched.Break($"H11: {bad}");
    }

    private void CheckScreen(Message message)
    {
        if (message.Stored.SaysLive)
            watched.Break($"G1 {message.Stored.Handoff}: message {message.Id} in {message.Where.Id} shows authority at rest.");
    }

    private void CheckFree(Row row)
    {
        var person = HandoffJson.Read<Availability>(row);
        if (person.Holds is not null || person.AskedFor is not null)
            watched.Break($"H1: {row.Key} holds {person.Holds}, is asked for {person.AskedFor} at rest.");
    }

    /// <summary>Each card whose address is known is ended.</summary>
    private void CheckKnown(Row row)
    {
        var address = HandoffJson.Read<CardAddress>(row);
        if (address.Gone || world.Tenant.Messages.FirstOrDefault(one => one.Id == address.ActivityId) is not { IsDeleted: false } message)
            return;
        if (message.Stored.Buttons.FirstOrDefault(button => !LeftOver.Contains(button.Verb)) is { } button)
            watched.Break($"H5 {row.Key}: message {message.Id} still has the button {button.Verb} at rest.");
    }

    private IReadOnlyList<Row> Read(string prefix) => AtOnce.Of(() => rows.ReadAsync(prefix, RecordKeys.After(prefix), int.MaxValue, CancellationToken.None));
}
