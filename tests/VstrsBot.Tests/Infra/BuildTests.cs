using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Infra;

/// <summary>The templates compile and lint without a warning, and take nothing from elsewhere.</summary>
public sealed class BuildTests
{
    [Fact]
    public async Task The_templates_compile_without_a_warning() => AssertClean(await Bicep.RunAsync(["build", "main.bicep", "--no-restore", "--stdout"], Bicep.Folder));

    [Fact]
    public async Task The_templates_lint_without_a_warning() => AssertClean(await Bicep.RunAsync(["lint", "main.bicep", "--no-restore"], Bicep.Folder));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_parameters_fit(string parameters) => AssertClean(await Bicep.RunAsync(["build-params", $"{parameters}.bicepparam", "--no-restore", "--stdout"], Bicep.Folder));

    [Theory]
    [InlineData("modules/identity.bicep", "param spare string\n")]
    [InlineData("modules/storage.bicep", "output key string = account.listKeys().keys[0].value\n")]
    [InlineData("modules/app.bicep", "output sign string = 'https://management.azure.com'\n")]
    public async Task The_linter_sees_what_should_not_be_there(string file, string more)
    {
        using var folder = new TemporaryFolder();
        Bicep.CopyTo(folder.Path);
        await File.AppendAllTextAsync(folder.File(file), more, TestContext.Current.CancellationToken);
        var ran = await Bicep.RunAsync(["lint", "main.bicep", "--no-restore"], folder.Path);
        Assert.True(ran.Exit != 0, ran.Said);
    }

    [Fact]
    public void Every_module_is_a_file_here() => Assert.Empty(
        from file in Directory.EnumerateFiles(Bicep.Folder, "*.bicep*", SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        where line.StartsWith("module ", StringComparison.Ordinal) || line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("extension ", StringComparison.Ordinal)
        let source = line.Split('\'')[1]
        where !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, source))
        select $"{Path.GetFileName(file)}: {source}");

    private static void AssertClean(Ran ran)
    {
        Assert.True(ran.Exit == 0, ran.Said);
        Assert.True(ran.Errors.Length == 0, ran.Errors);
        Assert.DoesNotContain(": Warning", ran.Output, StringComparison.Ordinal);
    }
}
