using System.CommandLine;
using System.Reflection;
using VstrsBot.Commands;
using Xunit;

namespace VstrsBot.Tests.Rules;

/// <summary>The newcomer's path: every command of README is run by a test, or README says why not.</summary>
public sealed class NewcomerCommandsTests
{
    [Fact]
    public void Every_command_of_README_is_run_by_a_test_or_named_as_not_run()
    {
        Assert.NotEmpty(NewcomerCommands.All);
        Assert.Empty(NewcomerCommands.All.Except(NewcomerCommands.Run.Keys).Except(NewcomerCommands.NotRun));
    }

    [Fact]
    public void The_lists_name_nothing_that_README_does_not_say() =>
        Assert.Empty(NewcomerCommands.Run.Keys.Concat(NewcomerCommands.NotRun).Except(NewcomerCommands.All));

    [Fact]
    public void README_says_of_each_that_is_not_run_why_it_is_not()
    {
        var from = NewcomerCommands.Text.IndexOf("Not run by one:", StringComparison.Ordinal);
        var why = NewcomerCommands.Text[from..NewcomerCommands.Text.IndexOf("\n\n", from, StringComparison.Ordinal)];
        Assert.DoesNotContain(NewcomerCommands.NotRun, command => !why.Contains($"`{command}`", StringComparison.Ordinal));
    }

    /// <summary>RehearsalTests runs that section from its first command to its last.</summary>
    [Fact]
    public void Every_block_of_commands_stands_in_the_deployment_which_is_rehearsed()
    {
        var deployment = NewcomerCommands.Text[NewcomerCommands.Text.IndexOf("## Deploy to Azure and Teams", StringComparison.Ordinal)..NewcomerCommands.Text.IndexOf("## Settings", StringComparison.Ordinal)];
        Assert.Equal(NewcomerCommands.Text.Split("```").Length, deployment.Split("```").Length);
        Assert.Equal(deployment.Split("```").Length / 2, deployment.Split("```bash\n").Length - 1);
    }

    [Fact]
    public void The_tests_that_run_them_are_tests() => Assert.All(
        NewcomerCommands.Run.Values, run => Assert.NotNull(run.Class.GetMethod(run.Test)?.GetCustomAttribute<FactAttribute>()));

    [Fact]
    public void Every_verb_of_the_program_stands_in_README() => Assert.DoesNotContain(
        NewcomerCommands.OfTheProgram, verb => !NewcomerCommands.Verbs.Any(told => told == verb || told.StartsWith($"{verb} ", StringComparison.Ordinal)));

    [Fact]
    public void Every_verb_says_what_it_does_and_so_does_everything_it_takes()
    {
        var all = CommandLine.Root().Subcommands.SelectMany(verb => verb.Subcommands.Append(verb)).ToList();
        Assert.Empty(all.Where(verb => string.IsNullOrEmpty(verb.Description)).Select(verb => verb.Name));
        Assert.Empty(all.SelectMany(verb => verb.Arguments.Cast<Symbol>().Concat(verb.Options)).Where(part => string.IsNullOrEmpty(part.Description)).Select(part => part.Name));
    }
}
