using VstrsBot.Handoffs;

namespace VstrsBot.Doctor;

/// <summary>The checks, in the order in which one fault explains the next.</summary>
internal static class DoctorParts
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "Doctor";

    private static readonly TimeSpan AskAtMost = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddDoctor(this IServiceCollection services)
    {
        services.AddHttpClient(Client, client => client.Timeout = AskAtMost)
            .UseSocketsHttpHandler((handler, _) => handler.AllowAutoRedirect = false)
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Each is made when its turn comes: where the store cannot be opened, the check of the store says so, and the others do.</summary>
    public static IEnumerable<ICheck> ChecksOf(IServiceProvider parts, BotSettings settings)
    {
        yield return new StoreCheck(parts.GetRequiredService<IHandoffStore>, settings.Store.Kind == StoreKind.Embedded ? settings.Store.Path : null);
        foreach (var check in new[]
        {
            typeof(ClockCheck), typeof(DeskKeysCheck), typeof(ServingCheck), typeof(RegisterCheck), typeof(IssuerCheck), typeof(CredentialCheck), typeof(TokenCheck),
            typeof(TeamsCheck), typeof(PackageCheck), typeof(TelemetryCheck),
        })
        {
            yield return new Later(check, parts);
        }
    }

    private sealed class Later(Type check, IServiceProvider parts) : ICheck
    {
        public string Name => check.Name.Replace("Check", "", StringComparison.Ordinal).Replace("Desk", "", StringComparison.Ordinal);

        public IAsyncEnumerable<Finding> LookAsync(CancellationToken ct) => ((ICheck)ActivatorUtilities.CreateInstance(parts, check)).LookAsync(ct);
    }
}
