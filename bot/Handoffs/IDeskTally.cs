namespace VstrsBot.Handoffs;

/// <summary>Counts and times the work of the desk. Told of what has happened already; keeps nothing about anybody, and never fails.</summary>
internal interface IDeskTally
{
    /// <summary>A step was committed.</summary>
    /// <param name="before">The state it was decided on.</param>
    /// <param name="events">What happened, in order.</param>
    void Committed(Handoff before, IReadOnlyList<HandoffEvent> events);

    /// <summary>Teams shows a card as the state is.</summary>
    /// <param name="isNew">It was posted, not updated.</param>
    void Shown(PostedHandoff state, Surface surface, bool isNew, DateTimeOffset at);
}
