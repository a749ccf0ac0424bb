using System.Runtime.CompilerServices;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>axe-core, put into the page as it stands.</summary>
internal static class Axe
{
    private static readonly string Script = Path.GetFullPath(Path.Combine(Here(), "../../TeamsStandIn/node_modules/axe-core/axe.min.js"));

    /// <param name="where">Said when something is found.</param>
    public static async Task JudgeAsync(SandboxPage page, string where)
    {
        await page.Page.EvaluateAsync(await File.ReadAllTextAsync(Script, TestContext.Current.CancellationToken));
        var found = await page.Page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))");
        Assert.True(found.Length is 0, $"{where}:\n{string.Join('\n', found)}");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
