using VstrsBot.Storage;
using VstrsBot.Teams.Playground;

namespace VstrsBot.Commands;

/// <summary><c>serve</c>: 0 after a clean stop; 2 when a setting, a key or the store stops the start.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var builder = BotHost.Builder();
        if (await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Error, ct) is not { } opened)
            return 2;
        if (PlaygroundSwitch.Fault(opened.Settings.Teams, builder.Environment.IsDevelopment()) is { } fault)
        {
            await Console.Error.WriteLineAsync($"{fault.Name} {fault.Reason}");
            return 2;
        }

        using var only = StoreOpening.TakeToServe(opened.Settings.Store);
        await using var app = BotHost.Build(builder, opened);
        await app.RunAsync(ct);
        return 0;
    }
}
