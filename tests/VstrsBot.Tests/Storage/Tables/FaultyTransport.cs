using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Xunit;

namespace VstrsBot.Tests.Storage.Tables;

/// <summary>Stands between the client and the table, and is as bad as a network, a proxy or the service can be. Faults strike commits alone, in turn.</summary>
internal sealed class FaultyTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Network = new();

    /// <summary>What the next commits meet; then all is well again.</summary>
    public ConcurrentQueue<UnclearAnswer> Next { get; } = new();

    /// <summary>Happens after a struck commit was done and before anybody is told, or it is sent once more.</summary>
    public Func<Task> Between { get; set; } = () => Task.CompletedTask;

    /// <summary>Lets a late answer run into the end of the call.</summary>
    public Action TimePasses { get; set; } = () => { };

    /// <summary>The store's clock, where it is not the machine's that runs the tests.</summary>
    public Func<DateTimeOffset>? Date { get; set; }

    /// <summary>Comes before every request, reads too.</summary>
    public Func<Request, Task> Before { get; set; } = _ => Task.CompletedTask;

    public override Request CreateRequest() => Network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The store only waits.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await Before(message.Request);
        var isCommit = message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);
        await StrikeAsync(message, isCommit && Next.TryDequeue(out var next) ? next : UnclearAnswer.None);
        if (Date is not null)
            message.Response = new ChangedResponse(message.Response, date: Date());
    }

    private async Task StrikeAsync(HttpMessage message, UnclearAnswer answer)
    {
        if (answer == UnclearAnswer.NeverArrived)
            throw Broken();
        if (answer != UnclearAnswer.FaultNotDone)
            await Network.ProcessAsync(message);
        if (answer is UnclearAnswer.AnswerLost or UnclearAnswer.SentTwice or UnclearAnswer.FaultDone or UnclearAnswer.TooLate)
            await Between();

        switch (answer)
        {
            case UnclearAnswer.AnswerLost:
                throw Broken();
            case UnclearAnswer.SentTwice:
                await Network.ProcessAsync(message);
                break;
            case UnclearAnswer.FaultNotDone or UnclearAnswer.FaultDone:
                message.Response = new ChangedResponse(message.HasResponse ? message.Response : null, status: 500);
                break;
            case UnclearAnswer.TooLate:
                TimePasses();
                Assert.True(message.CancellationToken.IsCancellationRequested, "The call has no end of its own.");
                throw new TaskCanceledException("Given up.");
        }
    }

    private static RequestFailedException Broken() => new("The connection broke.", new IOException());
}
