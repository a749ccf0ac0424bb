using VstrsBot.Tests.Simulation.Engine;

namespace VstrsBot.Tests.Simulation;

/// <summary>How the people of a world are.</summary>
/// <param name="GoesAway">At a look.</param>
/// <param name="PressesOldCards">Instead of what is on the screen.</param>
/// <param name="Types">A command about some handoff.</param>
/// <param name="DoesNothing">Against the wishes for each button.</param>
/// <param name="EndsCalls">How soon.</param>
/// <param name="Repeats">Teams delivers it more than once.</param>
internal sealed record Manner(double GoesAway, double PressesOldCards, double Types, double DoesNothing, double EndsCalls, double Repeats)
{
    public static Manner Of(Dice dice) => new(
        dice.OneOf([0, 0.004, 0.02, 0.06]), dice.OneOf([0.01, 0.03, 0.1]), dice.OneOf([0.01, 0.03, 0.08]), 8,
        dice.OneOf([1, 1, 1, 1, 1, 1, 1, 0.03]), dice.OneOf([0.02, 0.05, 0.2]));
}
