using VstrsBot.Storage;
using VstrsBot.Teams.Playground;

namespace VstrsBot.Commands;

/// <summary><c>serve</c>: 0 after a clean stop; 2 when a setting, a key, the store or an old runtime stops the start.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var builder = BotHost.Builder();
        var old = builder.Environment.IsProduction() ? RuntimeFloor.WhyNot(Environment.Version) : null;
        var opened = await Opened.TryAsync(builder.Configuration, builder.Environment.IsProduction(), Console.Error, ct);
        var fault = opened is null ? null : PlaygroundSwitch.Fault(opened.Settings.Teams, builder.Environment.IsDevelopment());
        if (fault is not null)
            await Console.Error.WriteLineAsync($"{fault.Name} {fault.Reason}");
        if (old is not null)
            await Console.Error.WriteLineAsync(old);
        if (opened is null || fault is not null || old is not null)
            return 2;

        using var only = StoreOpening.TakeToServe(opened.Settings.Store);
        await using var app = BotHost.Build(builder, opened);
        await app.RunAsync(ct);
        return 0;
    }
}
