using System.Text.RegularExpressions;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Infra;

/// <summary>There is no secret in the templates, the parameters or what they compile to, and nothing that would fetch one.</summary>
public sealed partial class NoSecretTests
{
    [Fact]
    public void No_file_that_is_deployed_holds_a_secret() => Assert.Empty(
        from folder in (string[])["infra", "manifest"]
        from file in Directory.EnumerateFiles(Repository.File(folder), "*.*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".bicep" or ".bicepparam" or ".json" or ".md" && !Made(file)
        from found in Secret().Matches(File.ReadAllText(file))
        where Path.GetFileName(file) is not ("released.json" or "packages.lock.json") // digests
        select $"{Path.GetFileName(file)}: {found.Value}");

    [Fact]
    public async Task What_they_compile_to_asks_for_no_secret_and_hands_none_out()
    {
        var compiled = (await Bicep.RunAsync(["build", "main.bicep", "--no-restore", "--stdout"], Bicep.Folder)).Output;
        string[] suspects = ["listKeys", "listSecrets", "listAccountSas", "listServiceSas", "secureString", "secureObject", "getSecret", "AccountKey=", "InstrumentationKey="];
        Assert.All(suspects, suspect => Assert.DoesNotContain(suspect, compiled, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(Secret(), Generated().Replace(compiled, ""));
    }

    [Fact]
    public async Task The_web_app_is_given_no_secret() => Assert.All(
        (await Bicep.SnapshotAsync("prod")).AppSettings(),
        setting => Assert.DoesNotMatch("(?i)secret|password|connectionstring|apikey", setting.Key));

    [Theory]
    [InlineData("secret: 'k3y'")]
    [InlineData("\"ClientSecret\": \"abc\"")]
    [InlineData("password = 'hunter'")]
    [InlineData("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")]
    [InlineData("AccountKey=abc")]
    [InlineData("?sv=2024-01-01&sig=abc")]
    public void The_search_finds_one(string text) => Assert.Matches(Secret(), text);

    private static bool Made(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    /// <summary>A value given to something called a secret; base64 of 32 bytes or more; a key or signature in an address.</summary>
    [GeneratedRegex("""(?i)(secret|password|pwd)"?\s*[:=]\s*["'][^"'$]|[A-Za-z0-9+/]{42,}={1,2}|AccountKey=|SharedAccessKey=|[?&]sig=|-----BEGIN""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60000)]
    private static partial Regex Secret();

    /// <summary>The compiler's own digest of a template.</summary>
    [GeneratedRegex(""""templateHash": "\d+"""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60000)]
    private static partial Regex Generated();
}
