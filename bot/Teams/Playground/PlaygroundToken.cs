using VstrsBot.Teams.Outbound;

namespace VstrsBot.Teams.Playground;

/// <summary>The Playground asks for no token, so it gets none: a word that opens nothing.</summary>
internal sealed class PlaygroundToken : ITokenSource
{
    /// <inheritdoc/>
    public Task<string> AcquireAsync(bool force, CancellationToken ct) => Task.FromResult("playground");
}
