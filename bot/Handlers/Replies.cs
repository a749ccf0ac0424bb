using System.Text.Json.Nodes;
using VstrsBot.Addresses;
using VstrsBot.Cards.Views;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Limits;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Handlers;

/// <summary>Answers to what was typed: bland messages in the conversation it was typed in.</summary>
internal sealed partial class Replies(DirectConnector connector, AddressBook addresses, TimeProvider time, ILogger<Replies> log)
{
    /// <summary>An answer that Teams' limits leave no place for is given later, at most so often.</summary>
    private const int MostWaits = 5;

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
        waits: 0, ct);

    private async Task SendAsync(Sender to, OutgoingActivity reply, CancellationToken ct)
    {
        if (to.Activity is { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation })
            await TryAsync(token => connector.AnswerAsync(to.Id, to.InChannel, new Uri(serviceUrl), conversation, reply, token), waits: 0, ct);
    }

    private async Task TryAsync(Func<CancellationToken, Task> send, int waits, CancellationToken ct)
    {
        try
        {
            await send(ct);
        }
        catch (ConnectorException full) when (full is { Code: DirectConnector.NoPlace, RetryAfter: { } wait } && waits < MostWaits)
        {
            _ = LaterAsync(send, waits + 1, wait); // what was typed is dealt with; Teams need not wait for the answer
        }
        catch (ConnectorException failure)
        {
            // Whoever typed sees no answer and types again: nothing is owed.
            Log.NotAnswered(log, failure.Status, failure.Code);
        }
    }

    private async Task LaterAsync(Func<CancellationToken, Task> send, int waits, TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, time, CancellationToken.None);
            await TryAsync(send, waits, CancellationToken.None);
        }
        catch (Exception fault)
        {
            Log.Lost(log, fault.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A typed command was not answered: Teams answered {Status} {Code}.")]
        public static partial void NotAnswered(ILogger logger, int status, string code);

        [LoggerMessage(2, LogLevel.Error, "A typed command was not answered: {Fault}.")]
        public static partial void Lost(ILogger logger, string fault);
    }
}
