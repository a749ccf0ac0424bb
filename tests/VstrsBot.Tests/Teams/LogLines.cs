using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VstrsBot.Tests.Teams;

/// <summary>Every line logged by anybody, at every level.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = [];

    /// <summary>All of it, exceptions included.</summary>
    public string Everything => string.Join('\n', _lines.Select(line => line.Text));

    /// <summary>What the product itself logged.</summary>
    public IReadOnlyList<string> Ours => [.. OurLines.Select(line => line.Text)];

    /// <summary>The same, with its fields.</summary>
    public IEnumerable<LogLine> OurLines => _lines.Where(line => line.IsOurs);

    /// <summary>What a serving bot writes: from Information up, from Warning up of what is not its own code.</summary>
    public IReadOnlyList<string> Served => [.. _lines.Where(line => line.Level >= (line.IsOurs ? LogLevel.Information : LogLevel.Warning)).Select(line => line.Text)];

    /// <summary>Lets go of every line so far.</summary>
    public void Forget() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogLines to, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            to._lines.Enqueue(new LogLine(category, logLevel, $"{formatter(state, exception)} {exception}", [.. state as IEnumerable<KeyValuePair<string, object?>> ?? []]));
    }
}

/// <summary>A line of the log.</summary>
/// <param name="Fields">What a structured log keeps of it, the template among them.</param>
internal sealed record LogLine(string Category, LogLevel Level, string Text, IReadOnlyList<KeyValuePair<string, object?>> Fields)
{
    public bool IsOurs => Category.StartsWith("VstrsBot.", StringComparison.Ordinal);
}
