using Microsoft.Net.Http.Headers;

namespace TeamsStandIn.Page;

/// <summary>The sandbox page: its files, and what it draws. Answers only to loopback host names.</summary>
internal static class PageRoutes
{
    /// <summary>Everything comes from here, nothing from a text that was typed.</summary>
    private const string OwnFilesOnly = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Page", "Web");

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static void MapPage(this IEndpointRouteBuilder routes, StandIn teams)
    {
        var page = routes.MapGroup("").RequireHost("127.0.0.1", "localhost");
        page.MapGet("/", (HttpContext context) => FileOf(context, "index.html"));
        page.MapGet("/page/{file}", FileOf);
        page.MapGet("/page/state", (string? since) => PageState.Since(teams, since));
    }

    private static IResult FileOf(HttpContext context, string file)
    {
        var path = Path.Combine(Folder, Path.GetFileName(file));
        if (!File.Exists(path) || !Types.TryGetValue(Path.GetExtension(file), out var type))
            return Results.NotFound();
        context.Response.Headers[HeaderNames.ContentSecurityPolicy] = OwnFilesOnly;
        context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        return Results.File(path, type);
    }
}
