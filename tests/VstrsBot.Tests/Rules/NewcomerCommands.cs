using VstrsBot.Commands;
using VstrsBot.Tests.Browser;
using VstrsBot.Tests.Journeys.Operating;
using VstrsBot.Tests.Processes;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Rules;

/// <summary>The commands that README tells a newcomer, and the tests that run them.</summary>
internal static class NewcomerCommands
{
    private static readonly string[] Programs = ["./", "dotnet ", "az ", "node ", "npm ", "docker ", "curl ", "REDRAW_"];

    private static readonly (Type Class, string Test) Day = (typeof(AdministratorsDayTests), nameof(AdministratorsDayTests.Examined_backed_up_stopped_restored_and_started_again));

    private static readonly (Type Class, string Test) Beside = (typeof(EmbeddedStoreTests), nameof(EmbeddedStoreTests.The_other_verbs_work_beside_the_serving_process_while_it_renews));

    /// <summary>Each with the test that runs it.</summary>
    public static readonly IReadOnlyDictionary<string, (Type Class, string Test)> Run = new Dictionary<string, (Type, string)>
    {
        ["./run --demo"] = (typeof(DemoTests), nameof(DemoTests.The_demo_plays_a_whole_handoff_and_says_that_the_banner_came_and_went)),
        ["node tests/playground-judge/playground.cjs [BOT] [PORT] [CONFIG]"] = (typeof(PlaygroundTests), nameof(PlaygroundTests.The_real_Playground_shows_the_banner_and_then_its_end)),
        ["serve"] = Day,
        ["register import FOLDER"] = Day,
        ["register list"] = Day,
        ["audit export"] = Day,
        ["audit verify [FILE]"] = Day,
        ["audit hold RECORD --because TEXT"] = Beside,
        ["audit release RECORD --because TEXT"] = Beside,
        ["doctor"] = Day,
        ["backup FILE"] = Day,
        ["restore FILE"] = Day,
    };

    /// <summary>README says of each why no test runs it.</summary>
    public static readonly string[] NotRun =
    [
        "./run", "./test", "./test --long", "./test --simulation [HANDOFFS] [SEED]", "./test --soak [HANDOFFS] [SEED]", "./test --claims [ROUNDS]", "./test --figure NAME",
        "./test --crash [REPEATS] [SEED]", "./test --histories [COUNT] [SEED]", "./test --fuzz [CALLS] [SEED]", "./test --simulate SEED", "./test --audit", "REDRAW_GALLERY=1 ./test", "REDRAW_README=1 ./test",
        "dotnet list package --vulnerable --include-transitive", "npm audit", "dotnet run --project bot -- VERB", "docker build -t vstrs-handoff .",
    ];

    public static string Text { get; } = File.ReadAllText(Repository.File("README.md"));

    /// <summary>What stands first in a row of the table of verbs, or in code on a line and begins with a program.</summary>
    public static IEnumerable<string> All => Verbs.Concat(Code(Text).Where(code => Programs.Any(program => code.StartsWith(program, StringComparison.Ordinal)))).Distinct();

    public static IEnumerable<string> Verbs => Text[Text.IndexOf("## The program", StringComparison.Ordinal)..Text.IndexOf("## Settings", StringComparison.Ordinal)]
        .Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => Code(line).First());

    /// <summary>The program's own verbs, with their words.</summary>
    public static IEnumerable<string> OfTheProgram => CommandLine.Root().Subcommands.SelectMany(verb => verb.Subcommands.Count == 0 ? [verb.Name] : verb.Subcommands.Select(part => $"{verb.Name} {part.Name}"));

    private static IEnumerable<string> Code(string text) => text.Split('\n')
        .Where(line => !line.StartsWith("```", StringComparison.Ordinal))
        .SelectMany(line => line.Split('`').Where((_, place) => place % 2 == 1));
}
