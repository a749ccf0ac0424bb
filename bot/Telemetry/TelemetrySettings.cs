namespace VstrsBot.Telemetry;

/// <summary>Where traces, metrics and logs go. Nowhere unless one of the two addresses is set.</summary>
internal sealed record TelemetrySettings
{
    /// <summary>Where OTLP goes (HTTP, protobuf), for example http://127.0.0.1:4318; /v1/traces, /v1/metrics and /v1/logs are put after it. Unset: nowhere.</summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>Headers sent with OTLP, as name=value, with commas between. For a collector that asks for a key.</summary>
    public string? OtlpHeaders { get; init; }

    /// <summary>Connection string of Application Insights. Unset: nothing goes there.</summary>
    public string? AzureMonitor { get; init; }

    /// <summary>How often metrics leave. From 1 second to 5 minutes: alert rules look every few minutes.</summary>
    public TimeSpan MetricsEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Names this process among those that serve the desk, in telemetry and to doctor. Letters, digits, dots and hyphens. Unset: the machine's name.</summary>
    public string? Instance { get; init; }

    internal bool IsOn => OtlpEndpoint is not null || AzureMonitor is not null;

    internal string InstanceInForce => Instance ?? Environment.MachineName;

    /// <summary>Both hold secrets: they stay out of logs and messages.</summary>
    public override string ToString() => $"{nameof(TelemetrySettings)} {{ on: {IsOn} }}";
}
