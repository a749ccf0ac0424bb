namespace VstrsBot.Cards.Model;

/// <summary>A person to be alerted by a card.</summary>
/// <param name="Name">As the register has it.</param>
/// <param name="Id">MRI ("29:…") or Entra object id.</param>
public sealed record Mention(string Name, string Id)
{
    private const int LongestName = 80;

    // A mention works only in a TextBlock, which is Markdown, and must match its entity to the character: what would be markup is left out.
    private string Safe => string.Concat(CleanText.OneLine(Name).EnumerateRunes().Where(rune => !"<>[]*_`~#\\|".Contains(rune.ToString())).Take(LongestName));

    /// <summary>For the text: &lt;at&gt;Priya Shah&lt;/at&gt;.</summary>
    public string Tag => $"<at>{Safe.Replace("&", "&amp;")}</at>";

    public MentionEntity Entity => new(Tag, new Mentioned(Id, Safe));
}

/// <summary>Ties a tag in the text to a person.</summary>
public sealed record MentionEntity(string Text, Mentioned Mentioned)
{
    public string Type { get; } = "mention";
}

public sealed record Mentioned(string Id, string Name);
