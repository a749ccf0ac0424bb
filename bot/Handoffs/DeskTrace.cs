using System.Diagnostics;

namespace VstrsBot.Handoffs;

/// <summary>Spans of the desk's own work, beside those of HTTP. They name the kind of act and how it went, and nothing else.</summary>
internal static class DeskTrace
{
    public const string Name = "VstrsBot";

    /// <summary>How it went.</summary>
    public const string Outcome = "vstrs.outcome";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Null when nobody listens.</summary>
    public static Activity? Start(string what) => Source.StartActivity(what);
}
