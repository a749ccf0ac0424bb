namespace VstrsBot.Handoffs;

/// <summary>Keeps for the record what people asked of a handoff and what changed nothing.</summary>
internal interface IIdlePresses
{
    /// <param name="id">The handoff.</param>
    /// <param name="command">What was asked, and by whom.</param>
    /// <param name="why">Why it was refused; null where it was so already.</param>
    void Note(HandoffId id, HandoffCommand command, Refusal? why);
}
