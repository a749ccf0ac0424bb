using System.Collections.Concurrent;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Tests.Teams;

/// <summary>Remembers what got through the door, and answers as told.</summary>
internal sealed class RecordingHandler : IActivityHandler
{
    private readonly ConcurrentQueue<Activity> _handled = [];

    public IReadOnlyCollection<Activity> Handled => _handled;

    /// <summary>Whom it does not hear, for example a guest.</summary>
    public bool Deaf { get; set; }

    public Func<Activity, CancellationToken, Task<InvokeResponse>> Answer { get; set; } = (_, _) => Task.FromResult(InvokeResponse.Empty);

    public Task<bool> HearsAsync(Activity activity, CancellationToken ct) => Task.FromResult(!Deaf);

    public Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken ct)
    {
        _handled.Enqueue(activity);
        return Answer(activity, ct);
    }
}
