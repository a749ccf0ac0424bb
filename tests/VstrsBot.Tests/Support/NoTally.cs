using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Support;

/// <summary>For whoever counts nothing.</summary>
internal sealed class NoTally : IDeskTally
{
    public void Committed(Handoff before, IReadOnlyList<HandoffEvent> events)
    {
    }

    public void Shown(PostedHandoff state, Surface surface, bool isNew, DateTimeOffset at)
    {
    }
}
