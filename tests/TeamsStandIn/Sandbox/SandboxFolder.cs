using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsStandIn.Sandbox;

/// <summary>The working folder of a bot that serves the pretend tenant: its settings and the register to import.</summary>
internal sealed class SandboxFolder
{
    /// <summary>The SEES ID of the pretend tenant's adviser: invented, as everybody here.</summary>
    public const string AdvisersCode = "QX-42 7781";

    private const int LastLines = 15;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private SandboxFolder(string path) => Path = path;

    public string Path { get; }

    public string Register => System.IO.Path.Combine(Path, "register");

    /// <summary>What the bot says: its structured lines, and its faults beside them.</summary>
    public string Log => System.IO.Path.Combine(Path, "bot.log");

    public string Errors => $"{Log}.errors";

    /// <summary>Where the bot's log is, and how it ends.</summary>
    public string LastWords()
    {
        var lines = new[] { Log, Errors }.Where(File.Exists).SelectMany(path => File.ReadLines(path).TakeLast(LastLines));
        return $"Its log, {Log}, ends with:\n{string.Join('\n', lines)}";
    }

    /// <summary>Empties the folder and writes it anew, for the pretend tenant.</summary>
    public static Task<SandboxFolder> WriteAsync(string path, StandIn teams, DeskTimes times, CancellationToken ct) => WriteAsync(path, Settings(teams, times), ct);

    /// <summary>Empties the folder and writes it anew. Everybody of the pretend tenant is on the register.</summary>
    /// <param name="settings">What stands in <c>vstrsbot.json</c>.</param>
    public static async Task<SandboxFolder> WriteAsync(string path, object settings, CancellationToken ct)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        var folder = new SandboxFolder(System.IO.Path.GetFullPath(path));
        Directory.CreateDirectory(folder.Register);
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder.Path, "vstrsbot.json"), JsonSerializer.Serialize(settings, Indented), ct);
        await File.WriteAllLinesAsync(System.IO.Path.Combine(folder.Register, "people.csv"), People, ct);
        return folder;
    }

    private static Dictionary<string, object> Settings(StandIn teams, DeskTimes times)
    {
        var settings = new Dictionary<string, object>
        {
            ["Teams"] = new
            {
                teams.Options.AppId,
                teams.Options.TenantId,
                OpenIdMetadata = teams.MetadataUrl,
                TokenEndpoint = teams.TokenUrl,
                ServiceHosts = new[] { teams.BaseUrl },
                Credential = new { Kind = "ClientSecret", teams.Options.ClientSecret },
                SendTimeout = times.SendTimeout?.ToString("c"),
            },
            ["Channel"] = new { ChannelId = teams.Tenant.DmbChannelId, teams.ServiceUrl },
            ["Store"] = new { Path = "desk.db" },
        };
        if (times.Lease is { } shortened)
            settings["Handoffs"] = new { Lease = $"{shortened:c}", RenewEvery = $"{shortened / 5:c}" };
        return settings;
    }

    private static IEnumerable<string> People =>
    [
        "objectId,name,role,seesId,areas,phone,from,to",
        Line("Tom Reed", $"adviser,{AdvisersCode},,07700 900123"),
        Line("Priya Shah", "specialist,,courtAction;timeToPay,07700 900461"),
        Line("Amir Khan", "specialist,,courtAction;vat,07700 900462"),
        Line("Leah Brooks", "lead,,courtAction;timeToPay;vat;VSTRS,07700 900463"),
    ];

    private static string Line(string name, string rest) => $"{new PersonSeed(name).ObjectId},{name},{rest},,";
}
