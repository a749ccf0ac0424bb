using VstrsBot.Handoffs;

namespace VstrsBot.Record;

/// <summary>Presses that changed nothing, as lines of the record: who, what and why not; never what was typed.</summary>
internal sealed class PressLines(LaterLines lines, TimeProvider time) : IIdlePresses
{
    /// <summary>The kind of a press that was refused.</summary>
    public const string Refused = "PressRefused";

    /// <summary>The kind of a press that asked for what was so already.</summary>
    public const string Late = "PressLate";

    public void Note(HandoffId id, HandoffCommand command, Refusal? why) =>
        Add(id, why is null ? Late : Refused, command.By.Id, command.By.Person.Name, command.GetType().Name, why?.GetType().Name);

    /// <summary>Refused before any handoff was looked at.</summary>
    /// <param name="id">The handoff it was about; null where there is none.</param>
    /// <param name="name">The name the register holds; null when they are not on it.</param>
    /// <param name="verb">A verb of the desk.</param>
    public void Turned(HandoffId? id, PersonId by, string? name, string verb, string why) => Add(id, Refused, by, name, verb, why);

    private void Add(HandoffId? id, string kind, PersonId by, string? name, string what, string? why)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what };
        if (why is not null)
            facts["why"] = why;
        lines.Add(id, new RecordEntry(time.GetUtcNow(), kind, by.ToString(), name, facts), countedFor: by.ToString());
    }
}
