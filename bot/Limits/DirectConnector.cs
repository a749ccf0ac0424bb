using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Limits;

/// <summary>
/// The calls that nothing is owed for: answers to what was typed, looking somebody up, making a chat. Each takes its place within Teams' limits,
/// and what is written is a line of the day's record.
/// </summary>
/// <remarks>Every method throws <see cref="ConnectorException"/>; with <see cref="NoPlace"/> nothing was asked of Teams.</remarks>
internal sealed class DirectConnector(IConnector connector, CallBudget budget, LaterLines lines, TimeProvider time)
{
    /// <summary><see cref="ConnectorException.Code"/> when the limits leave no place now; <see cref="ConnectorException.RetryAfter"/> says when.</summary>
    public const string NoPlace = nameof(NoPlace);

    /// <inheritdoc cref="IConnector.CreatePersonalChatAsync"/>
    public Task<string> CreatePersonalChatAsync(PersonId person, Uri serviceUrl, string memberMri, CancellationToken ct) => WriteAsync(
        person, CallBudget.ChatOf(person), new SendLine("Chat", person.ToString(), "Create"),
        () => connector.CreatePersonalChatAsync(serviceUrl, person.Tenant.ToString(), memberMri, ct), ct);

    /// <inheritdoc cref="IConnector.SendAsync"/>
    /// <param name="to">Who is answered.</param>
    /// <param name="inChannel">In the channel, not in their own chat.</param>
    public Task<string?> AnswerAsync(PersonId to, bool inChannel, Uri serviceUrl, string conversationId, OutgoingActivity answer, CancellationToken ct) => WriteAsync(
        to, inChannel ? conversationId : CallBudget.ChatOf(to), new SendLine("Answer", to.ToString(), "Message"), () => connector.SendAsync(serviceUrl, conversationId, answer, ct), ct);

    /// <inheritdoc cref="IConnector.GetMemberAsync"/>
    public async Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct)
    {
        using var place = budget.TryTakeRead(conversationId) ?? throw Full(TimeSpan.FromSeconds(1));
        return await connector.GetMemberAsync(serviceUrl, conversationId, memberIdOrObjectId, ct);
    }

    /// <inheritdoc cref="IConnector.GetMembersAsync"/>
    public async Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct)
    {
        using var place = budget.TryTakeRead(conversationId) ?? throw Full(TimeSpan.FromSeconds(1));
        return await connector.GetMembersAsync(serviceUrl, conversationId, ct);
    }

    private async Task<T> WriteAsync<T>(PersonId person, string conversation, SendLine line, Func<Task<T>> write, CancellationToken ct)
    {
        using var place = await PlaceAsync(conversation, ct);
        try
        {
            return await write();
        }
        catch (ConnectorException failure)
        {
            line = line.Failed(failure.Status, failure.Code, failure.Ambiguous ? SendOutcome.Unknown : failure.Status == 0 ? SendOutcome.NotAsked : SendOutcome.Refused);
            throw;
        }
        catch (OperationCanceledException)
        {
            line = line.Failed(0, ConnectorException.TimedOut, SendOutcome.Unknown);
            throw;
        }
        finally
        {
            lines.Add(handoff: null, line.At(time.GetUtcNow()), countedFor: person.ToString());
        }
    }

    /// <summary>Where the store fails, whoever waits is answered all the same, from a share that needs no store.</summary>
    private async Task<CallPlace> PlaceAsync(string conversation, CancellationToken ct)
    {
        try
        {
            var (place, wait) = await budget.TryTakeAsync(conversation, Urgency.Card, [], ct);
            return place ?? throw Full(wait ?? TimeSpan.Zero);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            return budget.TryTakeAlone(conversation) ?? throw Full(TimeSpan.FromSeconds(1));
        }
    }

    private static ConnectorException Full(TimeSpan wait) => new(429, NoPlace, ambiguous: false, wait);
}
