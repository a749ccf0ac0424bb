using VstrsBot.Outbox;
using VstrsBot.Retention;
using VstrsBot.Settings;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using VstrsBot.Telemetry;

namespace VstrsBot.Commands;

/// <summary>Adds, builds, maps: the app that serves.</summary>
internal static class BotHost
{
    /// <param name="change">Replaces parts: the tests bring a clock, and call the pump themselves.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Opened opened, Action<IServiceCollection>? change = null)
    {
        builder.Services.AddVstrsBot(opened.Settings, opened.Keys, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton<Readiness>().AddHostedService<OutboxLoop>().AddHostedService(at => at.GetRequiredService<RetentionLoop>());
        builder.Services.AddHostedService(at => at.GetRequiredService<HeartbeatWatch>()).AddHostedService(at => at.GetRequiredService<CredentialWatch>());
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.Services.GetRequiredService<RenewalMeter>();
        app.MapTeams();
        app.MapGet("/healthz", () => "The process runs.");
        app.MapGet("/readyz", (Readiness ready) => ready.WhyNot is { } why ? Results.Text($"Not ready: {why}.", statusCode: 503) : Results.Text("Ready."));
        return app;
    }

    /// <summary>Where the settings come from: vstrsbot.json in the working folder, then the environment.</summary>
    /// <exception cref="SettingsFileException">The file cannot be read.</exception>
    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        SettingsFile.Add(builder.Configuration);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders().AddJsonConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        return builder;
    }
}
