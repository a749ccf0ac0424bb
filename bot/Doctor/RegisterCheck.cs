using System.Runtime.CompilerServices;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Register;

namespace VstrsBot.Doctor;

/// <summary>Who is asked when, by the register as it is.</summary>
internal sealed class RegisterCheck(RegisterStore register, DeskLists lists, HandoffRules rules, TimeProvider time) : ICheck
{
    public string Name => "Register";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (people, _) = await register.ReadAsync(ct);
        if (people.People.IsEmpty)
            yield return Finding.Bad("The register is empty: nobody may do anything.", "Import one: register import FOLDER");
        foreach (var note in RegisterNotes.Of(people, lists.Areas, rules.Ladder, time.GetUtcNow()))
            yield return note.Do is null ? Finding.Good(note.Says) : Finding.Warn(note.Says, note.Do);
    }
}
