using VstrsBot.Outbox;
using VstrsBot.Storage;

namespace VstrsBot.Commands;

/// <summary>Whether this process may be sent work: what lapsed while nothing ran is ended, and its clock is right.</summary>
internal sealed class Readiness(StartSweep sweep, DeskTime time)
{
    /// <summary>Why not; null when it is ready.</summary>
    public string? WhyNot => sweep.Done
        ? time.Off > DeskTime.MostOff ? $"this machine's clock is more than {DeskTime.MostOff.TotalSeconds} seconds off the store's" : null
        : "looking at what lapsed";
}
