using System.Text;
using TeamsStandIn.Clients;

namespace TeamsStandIn.Transcripts;

/// <summary>All a person sees, as text: their alerts, their chat, the DMB channel.</summary>
internal static class ViewText
{
    public static string Of(PersonClient client)
    {
        var text = new StringBuilder($"== {client.Person.Name}\n");
        foreach (var alert in client.Alerts) text.Append($"(!) {alert.At:HH:mm:ss} {alert.Text}\n");
        Section(text, "Chat with the app", client.Chat);
        if (client.Person.InTeam) Section(text, "DMB channel", client.Channel);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<SeenMessage> messages)
    {
        text.Append($"-- {title}\n");
        foreach (var message in messages)
        {
            text.Append($"{message.At:HH:mm:ss} {message.Author ?? "the app"}{(message.IsOwnView ? " (shown to you alone)" : "")}\n");
            foreach (var line in message.Text.Split('\n')) text.Append($"    {line}\n");
        }
    }
}
