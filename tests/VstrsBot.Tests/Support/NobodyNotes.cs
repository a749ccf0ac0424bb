using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Support;

/// <summary>For whoever keeps nothing of presses that change nothing.</summary>
internal sealed class NobodyNotes : IIdlePresses
{
    public void Note(HandoffId id, HandoffCommand command, Refusal? why)
    {
    }
}
