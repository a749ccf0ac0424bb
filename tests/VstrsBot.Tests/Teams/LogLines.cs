using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VstrsBot.Tests.Teams;

/// <summary>Every line logged by anybody, at every level.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Line)> _lines = [];

    /// <summary>All of it, exceptions included.</summary>
    public string Everything => string.Join('\n', _lines.Select(line => line.Line));

    /// <summary>What the product itself logged.</summary>
    public IReadOnlyList<string> Ours => [.. _lines.Where(line => line.Category.StartsWith("VstrsBot.", StringComparison.Ordinal)).Select(line => line.Line)];

    /// <summary>What a serving bot writes: from Information up, from Warning up of what is not its own code.</summary>
    public IReadOnlyList<string> Served => [.. _lines
        .Where(line => line.Level >= (line.Category.StartsWith("VstrsBot.", StringComparison.Ordinal) ? LogLevel.Information : LogLevel.Warning))
        .Select(line => line.Line)];

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
            to._lines.Enqueue((category, logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
