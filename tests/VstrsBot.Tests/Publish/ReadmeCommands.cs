using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Publish;

/// <summary>The commands in README, as they stand in its blocks of Bash.</summary>
internal static class ReadmeCommands
{
    /// <summary>One script of a section's blocks in order, from a heading to the next of the same depth.</summary>
    public static string Of(string heading)
    {
        var depth = heading[..(heading.IndexOf(' ', StringComparison.Ordinal) + 1)];
        var section = File.ReadLines(Repository.File("README.md")).SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith(depth, StringComparison.Ordinal));
        List<string> script = [];
        var inBlock = false;
        foreach (var line in section.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inBlock = line == "```bash";
            else if (inBlock)
                script.Add(line);
        }

        return string.Join('\n', script);
    }
}
