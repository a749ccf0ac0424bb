using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsStandIn;

var defaults = new StandInOptions();
var port = new Option<int>("--port") { Description = "Loopback port to listen on; 0 takes any free one.", DefaultValueFactory = _ => 56150 };
var bot = new Option<Uri>("--bot") { Description = "The bot's messages endpoint.", DefaultValueFactory = _ => new Uri("http://127.0.0.1:3978/api/messages") };
var appId = new Option<string>("--app-id") { Description = "The bot's app id.", DefaultValueFactory = _ => defaults.AppId };
var secret = new Option<string>("--client-secret") { Description = "The secret the token endpoint takes.", DefaultValueFactory = _ => defaults.ClientSecret };
var tenant = new Option<string>("--tenant") { Description = "The tenant's id.", DefaultValueFactory = _ => defaults.TenantId };
var people = new Option<FileInfo>("--people") { Description = "JSON list of people: name, objectId, mri, tenantId, role, inTeam, appInstalled." };
people.AcceptExistingOnly();

var command = new RootCommand("A pretend Teams tenant for the VSTRS handoff bot, on loopback only.") { port, bot, appId, secret, tenant, people };
command.SetAction(async (parsed, ct) =>
{
    await using var teams = await StandIn.StartAsync(
        new StandInOptions
        {
            Port = parsed.GetValue(port),
            BotEndpoint = parsed.GetValue(bot),
            AppId = parsed.GetValue(appId)!,
            ClientSecret = parsed.GetValue(secret)!,
            TenantId = parsed.GetValue(tenant)!,
            People = parsed.GetValue(people) is { } file ? ReadPeople(file) : defaults.People,
            AutoRefresh = true,
            CheckInputs = true,
        },
        ct);
    await Console.Out.WriteLineAsync($"The pretend Teams listens on {teams.BaseUrl}");
    await teams.WaitForShutdownAsync(ct);
    return 0;
});
return await command.Parse(args).InvokeAsync();

static IReadOnlyList<PersonSeed> ReadPeople(FileInfo file)
{
    var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    return JsonSerializer.Deserialize<List<PersonSeed>>(File.ReadAllText(file.FullName), json) ?? [];
}
