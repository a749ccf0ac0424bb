using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>The box every card begins with: the state in words, and for machines whether the card says authority is live.</summary>
public static class AuthorityMark
{
    public const string Live = "authority-live";

    public const string None = "authority-none";

    internal static Container SaysLive(string state, params CardElement[] rest) => Box(Live, ContainerStyle.Good, state, rest);

    internal static Container SaysNone(string state, params CardElement[] rest) => Box(None, ContainerStyle.Emphasis, state, rest);

    /// <summary>For a state in which disclosing would be a mistake somebody is about to make.</summary>
    internal static Container Warns(string state, params CardElement[] rest) => Box(None, ContainerStyle.Attention, state, rest);

    private static Container Box(string id, ContainerStyle style, string state, CardElement[] rest) =>
        new(style, [TextBlock.Heading(state), .. rest]) { Id = id };
}

/// <summary>The last line of every card.</summary>
public static class Marking
{
    public const string Text = "OFFICIAL-SENSITIVE";

    internal static TextBlock OfficialSensitive { get; } = new(Text) { Size = TextSize.Small };
}
