using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsStandIn.Demo;
using TeamsStandIn.Sandbox;

namespace TeamsStandIn;

/// <summary>The verbs of the stand-in. Without one it is the pretend tenant alone, for a bot that runs elsewhere.</summary>
internal static class CommandLine
{
    private static readonly StandInOptions Defaults = new();
    private static readonly JsonSerializerOptions PeopleJson = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Option<int> Port = new("--port") { Description = "Loopback port to listen on; 0 takes any free one.", DefaultValueFactory = _ => 56150 };
    private static readonly Option<string> Program = new("--bot-program") { Description = "The bot's assembly, VstrsBot.dll.", Required = true };
    private static readonly Option<string> Folder = new("--folder") { Description = "Working folder of the bot. It is emptied first.", Required = true };
    private static readonly Option<bool> Restart = new("--restart") { Description = "Kills the bot before each step and starts it again." };

    public static Task<int> RunAsync(string[] args)
    {
        var root = Alone();
        var sandbox = new Command("sandbox", "The pretend tenant and the real bot, to be driven by hand.") { Port, Program, Folder };
        sandbox.SetAction((parsed, ct) => SandboxVerb.RunAsync(parsed.GetValue(Program)!, parsed.GetValue(Folder)!, parsed.GetValue(Port), ct));
        root.Subcommands.Add(sandbox);

        var demo = new Command("demo", "Plays one whole handoff. 0 only when the banner came and went; 1 when it did not; 2 when it could not start.") { Program, Folder, Restart };
        demo.SetAction((parsed, ct) => DemoVerb.RunAsync(parsed.GetValue(Program)!, parsed.GetValue(Folder)!, parsed.GetValue(Restart), Console.Out, ct));
        root.Subcommands.Add(demo);
        return root.Parse(args).InvokeAsync();
    }

    private static RootCommand Alone()
    {
        var bot = new Option<Uri>("--bot") { Description = "The bot's messages endpoint.", DefaultValueFactory = _ => new Uri("http://127.0.0.1:3978/api/messages") };
        var appId = new Option<string>("--app-id") { Description = "The bot's app id.", DefaultValueFactory = _ => Defaults.AppId };
        var secret = new Option<string>("--client-secret") { Description = "The secret the token endpoint takes.", DefaultValueFactory = _ => Defaults.ClientSecret };
        var tenant = new Option<string>("--tenant") { Description = "The tenant's id.", DefaultValueFactory = _ => Defaults.TenantId };
        var people = new Option<FileInfo>("--people") { Description = "JSON list of people: name, objectId, mri, tenantId, role, inTeam, appInstalled." };
        people.AcceptExistingOnly();

        var root = new RootCommand("A pretend Teams tenant for the VSTRS handoff bot, on loopback only.") { Port, bot, appId, secret, tenant, people };
        root.SetAction((parsed, ct) => ServeAsync(
            new StandInOptions
            {
                Port = parsed.GetValue(Port),
                BotEndpoint = parsed.GetValue(bot),
                AppId = parsed.GetValue(appId)!,
                ClientSecret = parsed.GetValue(secret)!,
                TenantId = parsed.GetValue(tenant)!,
                People = parsed.GetValue(people) is { } file ? ReadPeople(file) : Defaults.People,
                AutoRefresh = true,
                CheckInputs = true,
            },
            ct));
        return root;
    }

    private static async Task<int> ServeAsync(StandInOptions options, CancellationToken ct)
    {
        await using var teams = await StandIn.StartAsync(options, ct);
        await Console.Out.WriteLineAsync($"The pretend Teams listens on {teams.BaseUrl}");
        await teams.WaitForShutdownAsync(ct);
        return 0;
    }

    private static IReadOnlyList<PersonSeed> ReadPeople(FileInfo file) =>
        JsonSerializer.Deserialize<List<PersonSeed>>(File.ReadAllText(file.FullName), PeopleJson) ?? [];
}
