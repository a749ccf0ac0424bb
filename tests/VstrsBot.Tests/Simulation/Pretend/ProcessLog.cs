using Microsoft.Extensions.Logging;
using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>What a process logs; and what it must never log: a fault that nobody foresaw.</summary>
internal sealed class ProcessLog : ILoggerFactory
{
    private static readonly string[] OfTheStore = [nameof(StoreUnavailableException), nameof(StoreUnsureException)];

    public Action<string> Logged { get; set; } = _ => { };

    /// <summary>Something failed that is no fault of store or Teams.</summary>
    public Action<string> Unforeseen { get; set; } = _ => { };

    public void AnsweringFailed(Exception fault, bool late)
    {
        if (late && fault is OperationCanceledException)
            Logged("gave up answering");
        else
            Unforeseen($"answering failed: {fault}");
    }

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class Lines(ProcessLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{category}: {formatter(state, exception)}";
            if (eventId.Name is "Failed" or "Undrawn" or "Unreadable" && !OfTheStore.Any(fault => line.Contains(fault, StringComparison.Ordinal)))
                log.Unforeseen(line);
            else
                log.Logged(line);
        }
    }
}
