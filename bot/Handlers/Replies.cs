using System.Text.Json.Nodes;
using VstrsBot.Addresses;
using VstrsBot.Cards.Views;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Handlers;

/// <summary>Answers to what was typed: bland messages in the conversation it was typed in.</summary>
internal sealed partial class Replies(IConnector connector, AddressBook addresses, ILogger<Replies> log)
{
    public Task SayAsync(Sender to, string words, CancellationToken ct) => SendAsync(to, new OutgoingActivity.Words(words), ct);

    public Task ShowAsync(Sender to, IMessageView view, string summary, CancellationToken ct) =>
        ShowAsync(to, HandoffDrawings.Json(view.Render()), summary, ct);

    public Task ShowAsync(Sender to, JsonNode card, string summary, CancellationToken ct) => SendAsync(to, new OutgoingActivity.Card(card, summary), ct);

    /// <summary>In their own chat, wherever it was typed.</summary>
    public async Task SayInChatAsync(Sender to, string words, CancellationToken ct)
    {
        try
        {
            if (await addresses.ReachAsync(to.Id, ct) is { ChatId: { } chat } address)
                await connector.SendAsync(new Uri(address.ServiceUrl), chat, new OutgoingActivity.Words(words), ct);
        }
        catch (ConnectorException failure)
        {
            Log.NotAnswered(log, failure.Status, failure.Code);
        }
    }

    private async Task SendAsync(Sender to, OutgoingActivity reply, CancellationToken ct)
    {
        if (to.Activity is not { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation })
            return;
        try
        {
            await connector.SendAsync(new Uri(serviceUrl), conversation, reply, ct);
        }
        catch (ConnectorException failure)
        {
            // Whoever typed sees no answer and types again: nothing is owed.
            Log.NotAnswered(log, failure.Status, failure.Code);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A typed command was not answered: Teams answered {Status} {Code}.")]
        public static partial void NotAnswered(ILogger logger, int status, string code);
    }
}
