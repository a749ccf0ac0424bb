using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Publish;

/// <summary>The Dockerfile, as far as it can be read without an engine.</summary>
internal static class Dockerfile
{
    /// <summary>Instruction and what follows it, in order, with continued lines joined and comments left out.</summary>
    public static readonly IReadOnlyList<DockerfileLine> Lines =
    [
        .. File.ReadAllText(Repository.File("Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2))
            .Select(parts => new DockerfileLine(parts[0], parts[1])),
    ];

    /// <summary>The lines of the image that is kept: those after the last FROM.</summary>
    public static IReadOnlyList<DockerfileLine> Kept => [.. Lines.Reverse().TakeWhile(line => line.Instruction != "FROM").Reverse()];

    /// <summary>What the build copies from the project: files and folders, by their path in it.</summary>
    public static IEnumerable<string> Copied => Lines
        .Where(line => line.Instruction == "COPY" && !line.Words.StartsWith("--from", StringComparison.Ordinal))
        .SelectMany(line => line.Words.Split(' ')[..^1]);

    /// <summary>The words of the command that publishes, without where it goes.</summary>
    public static string[] Publish => Lines.Single(line => line.Words.StartsWith("dotnet publish", StringComparison.Ordinal)).Words.Split(" -o ")[0].Split(' ')[1..];
}

/// <summary>A line of it.</summary>
internal sealed record DockerfileLine(string Instruction, string Words);
