using System.Runtime.CompilerServices;
using VstrsBot.Telemetry;

namespace VstrsBot.Doctor;

/// <summary>Telemetry goes somewhere that answers.</summary>
internal sealed class TelemetryCheck(TelemetrySettings telemetry, IHttpClientFactory clients) : ICheck
{
    public string Name => "Telemetry";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!telemetry.IsOn)
            yield return Finding.Good("Off. Without it no alert rule sees a stalled renewal loop: look at the error lines and at doctor.");
        if (telemetry.AzureMonitor is not null)
            yield return Finding.Good("Goes to Application Insights.");
        if (telemetry.OtlpEndpoint is { } endpoint)
            yield return await AnswersAsync(new Uri(endpoint), ct);
    }

    private async Task<Finding> AnswersAsync(Uri endpoint, CancellationToken ct)
    {
        try
        {
            using var answer = await clients.CreateClient(DoctorParts.Client).GetAsync(endpoint, ct);
            return Finding.Good($"Goes by OTLP to {endpoint.Host}, which answers.");
        }
        catch (HttpRequestException failed)
        {
            return Finding.Warn($"{endpoint.Host} does not answer: {failed.HttpRequestError}.", "Start the collector, or set Telemetry:OtlpEndpoint to it. The service itself works without.");
        }
    }
}
