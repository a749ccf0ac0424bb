using System.Runtime.CompilerServices;
using VstrsBot.Addresses;
using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Register;
using VstrsBot.Storage;

namespace VstrsBot.Commands;

/// <summary>What whoever imports a register is told of it: its ladders, gaps and phones, and who of it cannot be reached as far as the store knows.</summary>
internal static class ImportNotes
{
    public static async IAsyncEnumerable<RegisterNote> OfAsync(
        RegisterSnapshot register, BotSettings settings, IHandoffStore store, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var note in RegisterNotes.Of(register, settings.Lists.Areas, settings.Handoffs.Ladder, time.GetUtcNow()))
            yield return note;

        List<string> unknown = [];
        foreach (var person in register.People.Where(entry => entry.IsOn(UkClock.Today(time.GetUtcNow()))).DistinctBy(entry => entry.Id))
        {
            if (await store.FindAsync(RowKeys.Address(person.Id), ct) is not { } row || HandoffJson.Read<PersonAddress>(row).Unreachable)
                unknown.Add(person.Name);
        }

        if (unknown.Count > 0)
            yield return new RegisterNote($"Not heard of in Teams yet: {string.Join(", ", unknown)}.", "Members of the team are found when they are first needed; the others open the app once. Check with: doctor");
    }
}
