using VstrsBot.Cards.Views;

namespace VstrsBot.Cards.Gallery;

/// <summary>One card as people may meet it, with invented data.</summary>
/// <param name="Name">Of its golden file, without ".json".</param>
/// <param name="View">The card.</param>
public sealed record Sample(string Name, ICardView View)
{
    /// <summary>Over for good: it carries no refresh.</summary>
    public bool Final { get; init; }

    /// <summary>There is nothing left to press.</summary>
    public bool WithoutActions { get; init; }

    internal Sample Over() => this with { Final = true, WithoutActions = true };
}
