using Azure.Core;
using Azure.Core.Pipeline;

namespace VstrsBot.Storage.Tables;

/// <summary>Tells the clock the Date of every answer of the store.</summary>
internal sealed class AnswerDates(StoreClock clock, TimeProvider machine) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var asked = machine.GetTimestamp();
        await ProcessNextAsync(message, pipeline);
        Hear(message, asked);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var asked = machine.GetTimestamp();
        ProcessNext(message, pipeline);
        Hear(message, asked);
    }

    private void Hear(HttpMessage message, long asked)
    {
        if (message.HasResponse && message.Response.Headers.Date is { } date)
            clock.Heard(asked, date);
    }
}
