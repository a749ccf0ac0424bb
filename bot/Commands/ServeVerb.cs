using VstrsBot.Storage;

namespace VstrsBot.Commands;

/// <summary><c>serve</c>: 0 after a clean stop; 2 when a setting, a key or the store stops the start.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var builder = BotHost.Builder();
        if (await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), ct) is not { } opened)
            return 2;

        try
        {
            using var only = StoreOpening.TakeToServe(opened.Settings.Store);
            await using var app = BotHost.Build(builder, opened);
            await app.RunAsync(ct);
            return 0;
        }
        catch (StoreFileException stopped)
        {
            await Console.Error.WriteLineAsync(stopped.Message);
            return 2;
        }
    }
}
