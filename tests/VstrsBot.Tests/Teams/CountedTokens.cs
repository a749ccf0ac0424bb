using VstrsBot.Teams.Outbound;

namespace VstrsBot.Tests.Teams;

/// <summary>Gives token-1, token-2, … and remembers how it was asked.</summary>
internal sealed class CountedTokens : ITokenSource
{
    private int _issued = 1;
    private int _asked;

    public int Asked => _asked;

    public int Issued => _issued;

    public Func<Task>? Before { get; set; }

    public async Task<string> AcquireAsync(bool force, CancellationToken ct)
    {
        Interlocked.Increment(ref _asked);
        if (Before is { } before) await before();
        if (force) Interlocked.Increment(ref _issued);
        return $"token-{_issued}";
    }
}
