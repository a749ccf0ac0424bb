using System.Text.Json.Nodes;
using VstrsBot.Addresses;
using VstrsBot.Cards.Views;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Limits;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Handlers;

/// <summary>Answers to what was typed: bland messages in the conversation it was typed in.</summary>
internal sealed partial class Replies(DirectConnector connector, AddressBook addresses, LaterAnswers later, ILogger<Replies> log)
{
    public Task SayAsync(Sender to, string words, CancellationToken ct) => SendAsync(to, new OutgoingActivity.Words(words), ct);

    public Task ShowAsync(Sender to, IMessageView view, string summary, CancellationToken ct) =>
        ShowAsync(to, HandoffDrawings.Json(view.Render()), summary, ct);

    public Task ShowAsync(Sender to, JsonNode card, string summary, CancellationToken ct) => SendAsync(to, new OutgoingActivity.Card(card, summary), ct);

    /// <summary>In their own chat, wherever it was typed.</summary>
    public Task SayInChatAsync(Sender to, string words, CancellationToken ct) => TryAsync(
        async token =>
        {
            if (await addresses.ReachAsync(to.Id, token) is { ChatId: { } chat } address)
                await connector.AnswerAsync(to.Id, inChannel: false, new Uri(address.ServiceUrl), chat, new OutgoingActivity.Words(words), token);
        },
        ct);

    private async Task SendAsync(Sender to, OutgoingActivity reply, CancellationToken ct)
    {
        if (to.Activity is { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation })
            await TryAsync(token => connector.AnswerAsync(to.Id, to.InChannel, new Uri(serviceUrl), conversation, reply, token), ct);
    }

    private async Task TryAsync(Func<CancellationToken, Task> send, CancellationToken ct)
    {
        try
        {
            await send(ct);
        }
        catch (ConnectorException full) when (full.Code == DirectConnector.NoPlace)
        {
            later.Add(send); // what was typed is dealt with; Teams need not wait for the answer
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
