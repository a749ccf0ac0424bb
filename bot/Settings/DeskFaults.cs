using VstrsBot.Addresses;
using VstrsBot.Cards.Model;
using VstrsBot.Handlers;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Settings;

/// <summary>What must hold of the desk's channel and lists before the bot starts.</summary>
internal static class DeskFaults
{
    private const int LongestTitle = 100;
    private const int LongestKey = 40;
    private const int MostChoices = 100;

    public static IEnumerable<SettingFault> Of(ChannelSettings channel, TeamsSettings teams) => SettingRule.Broken(
        nameof(BotSettings.Channel),
        new(IsChannel(channel.ChannelId), nameof(channel.ChannelId), "must be a channel's id, 19:...@thread.tacv2, or absent"),
        new(IsAllowed(channel.ServiceUrl, teams), nameof(channel.ServiceUrl), "must be an address on a host that Teams:ServiceHosts allows"));

    public static IEnumerable<SettingFault> Of(DeskLists lists) => [.. Of(nameof(lists.Areas), lists.Areas), .. Of(nameof(lists.Matters), lists.Matters)];

    private static IEnumerable<SettingFault> Of(string name, IReadOnlyList<Choice> choices) => SettingRule.Broken(
        nameof(BotSettings.Lists),
        [
            new(choices.Count is >= 1 and <= MostChoices, name, $"must hold from 1 to {MostChoices} choices"),
            new(choices.DistinctBy(choice => choice.Value, StringComparer.OrdinalIgnoreCase).Count() == choices.Count, name, "must hold each Value once"),
            .. choices.Index().SelectMany(choice => Of($"{name}:{choice.Index}", choice.Item)),
        ]);

    private static SettingRule[] Of(string name, Choice choice) =>
    [
        new(choice.Title.Trim().Length is >= 1 and <= LongestTitle && CleanText.OneLine(choice.Title) == choice.Title, $"{name}:{nameof(choice.Title)}", $"must be one line of 1 to {LongestTitle} characters"),
        new(choice.Value.Length is >= 1 and <= LongestKey && choice.Value.All(char.IsAsciiLetterOrDigit), $"{name}:{nameof(choice.Value)}", $"must be 1 to {LongestKey} letters and digits"),
    ];

    private static bool IsChannel(string? id) =>
        string.IsNullOrEmpty(id) || (id.StartsWith("19:", StringComparison.Ordinal) && id.Contains("@thread.", StringComparison.Ordinal) && !id.Any(char.IsWhiteSpace));

    // What is not allowed in itself, a host or the Playground, is named already, and would hide everything else here.
    private static bool IsAllowed(string address, TeamsSettings teams)
    {
        var entries = teams with { ServiceHosts = [.. teams.ServiceHosts.Where(host => ServiceHosts.IsEntry(host, production: false))] };
        return new[] { entries, entries with { Playground = null } }.Any(allowed => new ServiceHosts(allowed).Allow(address));
    }
}
