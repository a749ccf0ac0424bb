namespace TeamsStandIn.Control;

/// <summary>The control API: the same driver out of process, for the sandbox page and the demo. Answers only to loopback host names.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes, StandIn teams)
    {
        var control = routes.MapGroup("/control").RequireHost("127.0.0.1", "localhost").AddEndpointFilter(RefuseOtherPagesAsync).AddEndpointFilter(SayWhatIsWrongAsync);
        control.MapGet("/health", () => Results.Ok(new { Status = "ok" }));
        control.MapGet("/addresses", () => new AddressesView(
            teams.MetadataUrl, teams.TokenUrl, teams.ServiceUrl, teams.Options.AppId, teams.Options.TenantId, teams.Tenant.DmbChannelId));
        control.MapGet("/transcript", (string? contains) => teams.Transcript.Entries
            .Where(entry => contains is null || Transcripts.Transcript.Holds(entry, contains))
            .Select(EntryView.Of));
        control.MapGet("/limits", () => teams.Limits.Breaches);
        control.MapPeople(teams);
        control.MapFaults(teams);
        control.MapBot(teams);
    }

    /// <summary>A browser names the page an order comes from: only this program's own page may give one.</summary>
    private static async ValueTask<object?> RefuseOtherPagesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}" ? Results.StatusCode(StatusCodes.Status403Forbidden) : await next(context);
    }

    /// <summary>An order that cannot be carried out (no such person, button or message) is 400 with the reason.</summary>
    private static async ValueTask<object?> SayWhatIsWrongAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            return Results.BadRequest(new { Reason = wrong.Message });
        }
    }
}
