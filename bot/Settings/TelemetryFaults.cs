using VstrsBot.Teams;
using VstrsBot.Telemetry;

namespace VstrsBot.Settings;

/// <summary>What must hold of the telemetry's settings before the bot starts.</summary>
internal static class TelemetryFaults
{
    private const int LongestInstance = 60;

    public static IEnumerable<SettingFault> Of(TelemetrySettings telemetry) => SettingRule.Broken(
        nameof(BotSettings.Telemetry),
        new(telemetry.OtlpEndpoint is null || IsAddress(telemetry.OtlpEndpoint), nameof(telemetry.OtlpEndpoint), "must be an http or https address without a query, such as http://127.0.0.1:4318"),
        new(telemetry.OtlpHeaders is null || telemetry.OtlpHeaders.Split(',').All(IsHeader), nameof(telemetry.OtlpHeaders), "must be name=value, with commas between"),
        new(telemetry.AzureMonitor is null || telemetry.AzureMonitor.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase), nameof(telemetry.AzureMonitor), "must be the connection string of Application Insights"),
        new(telemetry.MetricsEvery >= TimeSpan.FromSeconds(1) && telemetry.MetricsEvery <= TimeSpan.FromMinutes(5), nameof(telemetry.MetricsEvery), "must be from 1 second to 5 minutes"),
        new(telemetry.Instance is null || IsName(telemetry.Instance), nameof(telemetry.Instance), $"must be 1 to {LongestInstance} letters, digits, dots and hyphens"));

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };

    private static bool IsHeader(string pair) => pair.IndexOf('=', StringComparison.Ordinal) > 0;

    private static bool IsName(string name) => name.Length is >= 1 and <= LongestInstance && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
