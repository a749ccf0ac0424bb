using System.Reflection;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using VstrsBot.Handoffs;
using VstrsBot.Outbox;

namespace VstrsBot.Telemetry;

/// <summary>Puts metrics, traces and logs into the app, and sends them where the settings say.</summary>
internal static class TelemetryRegistration
{
    private const string ServiceName = "vstrs-handoff-bot";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        services.AddMetrics().AddSingleton(settings);
        services.AddSingleton<IDeskTally, DeskTally>().AddSingleton<RenewalMeter>();
        services.AddSingleton(new InstanceName(settings.InstanceInForce)).AddSingleton<Heartbeat>().AddSingleton<HeartbeatWatch>();
        if (!settings.IsOn)
            return services;

        services.AddSingleton<OwedAges>().AddHostedService(at => at.GetRequiredService<OwedAges>());
        var version = typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService(ServiceName, serviceVersion: version, serviceInstanceId: settings.InstanceInForce, autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics => metrics.AddMeter("VstrsBot.*", "Microsoft.AspNetCore.Hosting").To(settings))
            .WithTracing(traces => traces
                .AddSource(DeskTrace.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation()
                .AddProcessor(new AllowedTags()).To(settings))
            .WithLogging(
                logs => logs.To(settings),
                options => (options.IncludeFormattedMessage, options.IncludeScopes, options.ParseStateValues) = (true, false, true));
        return services;
    }

    private static void To(this MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        if (settings.OtlpEndpoint is not null)
        {
            metrics.AddOtlpExporter((otlp, reader) =>
            {
                Send(otlp, settings, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.MetricsEvery.TotalMilliseconds;
            });
        }

        if (settings.AzureMonitor is not null)
            metrics.AddAzureMonitorMetricExporter(azure => Send(azure, settings));
    }

    private static void To(this TracerProviderBuilder traces, TelemetrySettings settings)
    {
        if (settings.OtlpEndpoint is not null)
            traces.AddOtlpExporter(otlp => Send(otlp, settings, "traces"));
        if (settings.AzureMonitor is not null)
            traces.AddAzureMonitorTraceExporter(azure => Send(azure, settings));
    }

    private static void To(this LoggerProviderBuilder logs, TelemetrySettings settings)
    {
        if (settings.OtlpEndpoint is not null)
            logs.AddOtlpExporter(otlp => Send(otlp, settings, "logs"));
        if (settings.AzureMonitor is not null)
            logs.AddAzureMonitorLogExporter(azure => Send(azure, settings));
    }

    private static void Send(AzureMonitorExporterOptions azure, TelemetrySettings settings)
    {
        azure.ConnectionString = settings.AzureMonitor;
        (azure.TracesPerSecond, azure.SamplingRatio) = (null, 1); // a desk has few calls, and the one asked about must be there
        if (settings.ManagedIdentityClientId is { } id)
            azure.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id));
    }

    private static void Send(OtlpExporterOptions otlp, TelemetrySettings settings, string signal)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{settings.OtlpEndpoint!.TrimEnd('/')}/v1/{signal}");
        otlp.Headers = settings.OtlpHeaders;
    }
}
