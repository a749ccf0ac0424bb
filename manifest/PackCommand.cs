using System.CommandLine;

namespace VstrsBot.Manifest;

/// <summary><c>pack</c>: 0 the package was written; 2 it cannot be, and why.</summary>
internal static class PackCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var outputs = new Option<FileInfo?>("--outputs") { Description = "The outputs of the Azure deployment, as JSON. Instead of the five that follow." };
        var bot = new Option<string>("--bot-id") { Description = "The bot's app (client) id.", DefaultValueFactory = _ => "" };
        var developer = new Option<string>("--developer") { Description = "Who runs the app.", DefaultValueFactory = _ => "" };
        var website = new Option<string>("--website") { Description = "Where people find support, https.", DefaultValueFactory = _ => "" };
        var privacy = new Option<string>("--privacy") { Description = "The privacy notice, https.", DefaultValueFactory = _ => "" };
        var terms = new Option<string>("--terms") { Description = "The terms of use, https.", DefaultValueFactory = _ => "" };
        var app = new Option<string?>("--teams-app-id") { Description = "The app's id in Teams. Default: the bot's app id." };
        var after = new Option<string?>("--after") { Description = "The version in Teams now, for example 1.0.0. Teams takes only a higher one." };
        var to = new Option<FileInfo>("--to") { Description = "The package to write.", DefaultValueFactory = _ => new FileInfo("vstrs-handoff.zip") };

        var pack = new RootCommand("Builds the Teams app package: manifest.json with its ids filled in, and both icons.") { outputs, bot, developer, website, privacy, terms, app, after, to };
        pack.SetAction(async (parsed, ct) =>
        {
            try
            {
                var values = parsed.GetValue(outputs) is { } file
                    ? AppValues.FromOutputs(await File.ReadAllTextAsync(file.FullName, ct))
                    : new AppValues(parsed.GetValue(bot)!, parsed.GetValue(developer)!, parsed.GetValue(website)!, parsed.GetValue(privacy)!, parsed.GetValue(terms)!);
                var version = Risen(parsed.GetValue(after));
                var package = AppPackage.Build(parsed.GetValue(app) is { } id ? values with { TeamsAppId = id } : values);
                await File.WriteAllBytesAsync(parsed.GetValue(to)!.FullName, package, ct);
                await Console.Out.WriteLineAsync($"{parsed.GetValue(to)!.FullName}: version {version}, bot {values.BotId}.");
                return 0;
            }
            catch (Exception error) when (error is PackException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(error.Message);
                return 2;
            }
        });
        return pack.Parse(args).InvokeAsync();
    }

    /// <summary>Teams takes an update only under a higher version.</summary>
    private static Version Risen(string? after)
    {
        var version = ManifestTemplate.VersionOf(AppPackage.Template);
        return after is null || version > ManifestTemplate.ReadVersion(after)
            ? version
            : throw new PackException($"Version {version} is not above {after}. Raise \"version\" in manifest.json.");
    }
}
