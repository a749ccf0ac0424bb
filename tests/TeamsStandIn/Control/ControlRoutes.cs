namespace TeamsStandIn.Control;

/// <summary>The control API: the same driver out of process, for the sandbox page and the demo.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes, StandIn teams)
    {
        var control = routes.MapGroup("/control");
        control.MapGet("/health", () => Results.Text("ok"));
    }
}
