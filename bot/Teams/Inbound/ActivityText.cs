using System.Net;

namespace VstrsBot.Teams.Inbound;

/// <summary>Reading what was typed.</summary>
internal static class ActivityText
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>True in a 1:1 chat, and where the bot is mentioned. With wider consent Teams also sends what was not meant for the bot.</summary>
    public static bool IsAddressedToBot(this Activity activity) =>
        activity.Conversation?.IsPersonal == true || activity.MentionsOfBot().Any();

    /// <summary>The text without the mentions of the bot, HTML-decoded, no-break spaces turned into spaces, trimmed; empty when there is none.</summary>
    public static string WithoutMentions(this Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.MentionsOfBot()) text = Without(text, mention);

        return WebUtility.HtmlDecode(text).Replace(NoBreakSpace, ' ').Trim();
    }

    private static IEnumerable<Entity> MentionsOfBot(this Activity activity) =>
        activity.Entities?.Where(entity => entity.Type == Entity.MentionType
            && entity.Mentioned?.Id is { Length: > 0 } mentioned
            && mentioned == activity.Recipient?.Id) ?? [];

    private static string Without(string text, Entity mention) =>
        mention.Text is { Length: > 0 } words && text.Contains(words, StringComparison.Ordinal)
            ? text.Replace(words, "", StringComparison.Ordinal)
            : text.Replace($"<at>{mention.Mentioned?.Name}</at>", "", StringComparison.Ordinal);
}
