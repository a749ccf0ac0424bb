using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Limits;

/// <summary>
/// The calls that nothing is owed for: answers to what was typed, looking somebody up, making a chat. Each takes its place within Teams' limits,
/// and what is written is a line of the day's record.
/// </summary>
/// <remarks>Every method throws <see cref="ConnectorException"/>; with <see cref="NoPlace"/> nothing was asked of Teams.</remarks>
internal sealed partial class DirectConnector(
    IConnector connector, CallBudget budget, IHandoffStore store, DayChain days, UnrecordedSends unrecorded, TimeProvider time, ILogger<DirectConnector> log)
{
    /// <summary><see cref="ConnectorException.Code"/> when the limits leave no place now; <see cref="ConnectorException.RetryAfter"/> says when.</summary>
    public const string NoPlace = nameof(NoPlace);

    /// <inheritdoc cref="IConnector.CreatePersonalChatAsync"/>
    public Task<string> CreatePersonalChatAsync(PersonId person, Uri serviceUrl, string memberMri, CancellationToken ct) => WriteAsync(
        CallBudget.ChatOf(person), new SendLine("Chat", person.ToString(), "Create"),
        () => connector.CreatePersonalChatAsync(serviceUrl, person.Tenant.ToString(), memberMri, ct), ct);

    /// <inheritdoc cref="IConnector.SendAsync"/>
    /// <param name="to">Who is answered.</param>
    /// <param name="inChannel">In the channel, not in their own chat.</param>
    public Task<string?> AnswerAsync(PersonId to, bool inChannel, Uri serviceUrl, string conversationId, OutgoingActivity answer, CancellationToken ct) => WriteAsync(
        inChannel ? conversationId : CallBudget.ChatOf(to), new SendLine("Answer", to.ToString(), "Message"), () => connector.SendAsync(serviceUrl, conversationId, answer, ct), ct);

    /// <inheritdoc cref="IConnector.GetMemberAsync"/>
    public async Task<Member?> GetMemberAsync(Uri serviceUrl, string conversationId, string memberIdOrObjectId, CancellationToken ct)
    {
        using var place = await PlaceAsync(() => budget.TryTakeReadAsync(conversationId, ct), conversationId);
        return await connector.GetMemberAsync(serviceUrl, conversationId, memberIdOrObjectId, ct);
    }

    /// <inheritdoc cref="IConnector.GetMembersAsync"/>
    public async Task<IReadOnlyList<Member>> GetMembersAsync(Uri serviceUrl, string conversationId, CancellationToken ct)
    {
        using var place = await PlaceAsync(() => budget.TryTakeReadAsync(conversationId, ct), conversationId);
        return await connector.GetMembersAsync(serviceUrl, conversationId, ct);
    }

    private async Task<T> WriteAsync<T>(string conversation, SendLine line, Func<Task<T>> write, CancellationToken ct)
    {
        using var place = await PlaceAsync(() => budget.TryTakeAsync(conversation, Urgency.Card, [], ct), conversation);
        try
        {
            var done = await write();
            await RecordAsync(line);
            return done;
        }
        catch (ConnectorException failure)
        {
            await RecordAsync(line.Failed(failure.Status, failure.Code, failure.Ambiguous ? SendOutcome.Unknown : failure.Status == 0 ? SendOutcome.NotAsked : SendOutcome.Refused));
            throw;
        }
    }

    /// <summary>Where the store fails, whoever waits is answered all the same, from a share that needs no store.</summary>
    private async Task<CallPlace> PlaceAsync(Func<Task<Asked>> ask, string conversation)
    {
        try
        {
            var (place, wait) = await ask();
            return place ?? throw Full(wait ?? TimeSpan.Zero);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            return budget.TryTakeAlone(conversation) ?? throw Full(TimeSpan.FromSeconds(1));
        }
    }

    private async Task RecordAsync(SendLine line)
    {
        var entry = line.At(time.GetUtcNow());
        try
        {
            await days.AppendAsync(store, [entry], CancellationToken.None);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            unrecorded.Add(handoff: null, entry);
            Log.NotRecorded(log, line.What, fault.GetType().Name);
        }
    }

    private static ConnectorException Full(TimeSpan wait) => new(429, NoPlace, ambiguous: false, wait);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A send to Teams ({What}) could not be recorded yet: {Fault}.")]
        public static partial void NotRecorded(ILogger logger, string what, string fault);
    }
}
