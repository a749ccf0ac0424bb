using System.Text.Json;

namespace VstrsBot.Manifest;

/// <summary>What the manifest leaves open: whose app it is, and which bot answers.</summary>
/// <param name="BotId">The bot's app (client) id, a GUID: the setting Teams:AppId.</param>
/// <param name="DeveloperName">Who runs the app, as its page in Teams says; at most 32 characters.</param>
/// <param name="WebsiteUrl">Where people find support. https.</param>
/// <param name="PrivacyUrl">What is kept about people. https.</param>
/// <param name="TermsUrl">The terms of use. https.</param>
/// <param name="NameSuffix">Set apart from production, for example " (dev)"; empty there.</param>
/// <param name="TeamsAppId">The app's id in Teams, a GUID; without it the bot's.</param>
internal sealed record AppValues(
    string BotId, string DeveloperName, string WebsiteUrl, string PrivacyUrl, string TermsUrl, string NameSuffix = "", string? TeamsAppId = null)
{
    private const int LongestDeveloper = 32;
    private const int LongestSuffix = 17;

    /// <summary>The output of infra/main.bicep that holds them.</summary>
    public const string Output = "teamsApp";

    /// <summary>By the name that manifest.json gives each.</summary>
    public IReadOnlyDictionary<string, string> ByName => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TEAMS_APP_ID"] = TeamsAppId ?? BotId,
        ["BOT_ID"] = BotId,
        ["NAME_SUFFIX"] = NameSuffix,
        ["DEVELOPER_NAME"] = DeveloperName,
        ["WEBSITE_URL"] = WebsiteUrl,
        ["PRIVACY_URL"] = PrivacyUrl,
        ["TERMS_URL"] = TermsUrl,
    };

    /// <summary>Reads the outputs of a deployment, as <c>az deployment group show --query properties.outputs</c> writes them.</summary>
    /// <exception cref="PackException">Not such a file, or what it holds cannot be used.</exception>
    public static AppValues FromOutputs(string json)
    {
        try
        {
            using var outputs = JsonDocument.Parse(json);
            return outputs.RootElement.GetProperty(Output).GetProperty("value").Deserialize<AppValues>(JsonSerializerOptions.Web)!.Checked();
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PackException($"The outputs hold no {Output}. Write them with: az deployment group show --resource-group GROUP --name main --query properties.outputs");
        }
    }

    /// <exception cref="PackException">A value cannot stand in a manifest; the message names it.</exception>
    public AppValues Checked()
    {
        Require(IsGuid(BotId), "The bot's app id must be a GUID.");
        Require(TeamsAppId is null || IsGuid(TeamsAppId), "The app's id in Teams must be a GUID.");
        Require(DeveloperName is { Length: > 0 and <= LongestDeveloper }, $"The developer's name must have 1 to {LongestDeveloper} characters.");
        Require(NameSuffix is { Length: <= LongestSuffix }, $"The suffix of the name must have at most {LongestSuffix} characters.");
        Require(IsPage(WebsiteUrl) && IsPage(PrivacyUrl) && IsPage(TermsUrl), "Website, privacy and terms must each be an https address.");
        return this;
    }

    private static bool IsGuid(string? text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    private static bool IsPage(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new PackException(otherwise);
    }
}
