using System.Text.Json.Serialization;

namespace VstrsBot.Cards.Model;

/// <summary>Something that stands in a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(PlainText), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(TickInput), "Input.Toggle")]
public abstract record CardElement;

/// <summary>Our own fixed words, numbers and times. Teams reads it as Markdown: nothing a person typed, and no name, goes in here.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; } = true;

    public TextStyle? Style { get; init; }

    public TextWeight? Weight { get; init; }

    public TextSize? Size { get; init; }

    /// <summary>The state in words: a heading to screen readers.</summary>
    public static TextBlock Heading(string text) => new(text) { Style = TextStyle.Heading, Weight = TextWeight.Bolder, Size = TextSize.Medium };
}

/// <summary>Words with a name or typed text in them, drawn as they are: never Markdown, no control or direction characters.</summary>
public sealed record PlainText([property: JsonIgnore] string Text) : CardElement
{
    /// <summary>Our own words before the text, in bold: "Customer's name".</summary>
    [JsonIgnore]
    public string? Label { get; init; }

    public IReadOnlyList<TextRun> Inlines => Label is null
        ? [new TextRun(CleanText.OneLine(Text))]
        : [new TextRun($"{Label}: ") { Weight = TextWeight.Bolder }, new TextRun(CleanText.OneLine(Text))];
}

/// <summary>A run of characters inside <see cref="PlainText"/>.</summary>
public sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public TextWeight? Weight { get; init; }
}

/// <summary>A box. Its colour never says anything its words do not.</summary>
public sealed record Container(ContainerStyle Style, IReadOnlyList<CardElement> Items) : CardElement
{
    public string? Id { get; init; }
}

/// <summary>Buttons. They stand in the body, where their Submit fallback works on old clients.</summary>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;

public enum ContainerStyle
{
    Default,
    Emphasis,
    Good,
    Warning,
    Attention,
}

public enum TextStyle
{
    Default,
    Heading,
}

public enum TextWeight
{
    Default,
    Bolder,
}

public enum TextSize
{
    Default,
    Small,
    Medium,
}
