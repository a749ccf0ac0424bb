using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using TeamsStandIn;
using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using VstrsBot.Tests.Cards;
using Xunit;

namespace VstrsBot.Tests.Browser;

/// <summary>
/// Each sample of the gallery has a picture beside its JSON, drawn by the real Adaptive Cards library in Chromium: light, dark, and as wide as a
/// phone. With REDRAW_GALLERY=1 those whose JSON has changed are drawn anew, and those that were deleted: the repository does not grow by the others.
/// </summary>
[Collection(nameof(Chromium))]
public sealed class GalleryPictureTests(Chromium chromium)
{
    private static readonly bool Redraw = Environment.GetEnvironmentVariable("REDRAW_GALLERY") is "1";

    /// <summary>Which JSON each picture was drawn from: pictures are not compared by their pixels, which differ from machine to machine.</summary>
    private static readonly string Drawn = Path.Combine(GalleryTests.Folder, "Pictures", "drawn-from.txt");

    [Fact]
    public async Task Every_card_is_whole_in_light_in_dark_and_on_a_phone()
    {
        await using var teams = await StandIn.StartAsync(new StandInOptions(), TestContext.Current.CancellationToken);
        var page = await chromium.NewPageAsync();
        await page.GotoAsync($"{teams.BaseUrl}/page/sheet.html");
        await page.WaitForFunctionAsync("() => globalThis.drawSheet !== undefined");
        var before = File.Exists(Drawn) ? await File.ReadAllLinesAsync(Drawn, TestContext.Current.CancellationToken) : [];
        foreach (var sample in Samples.All)
        {
            var cutOff = await page.EvaluateAsync<string[]>("card => drawSheet(JSON.parse(card))", CardJson.Write(sample.View.Render()));
            Assert.True(cutOff is [], $"{sample.Name}:\n{string.Join('\n', cutOff)}");
            Assert.Equal(3, await page.Locator(".card .ac-adaptiveCard").CountAsync());
            if (Redraw && !(before.Contains(LineOf(sample)) && File.Exists(PictureOf(sample.Name)))) await page.Locator("#sheet").ScreenshotAsync(new() { Path = PictureOf(sample.Name), Animations = ScreenshotAnimations.Disabled });
        }

        if (Redraw) await File.WriteAllLinesAsync(Drawn, Lines(), TestContext.Current.CancellationToken);
        await page.Context.CloseAsync();
    }

    [Fact]
    public void Every_sample_has_its_picture_drawn_from_what_it_is_now_and_none_is_left_over()
    {
        if (Redraw) return; // the other test is drawing them
        var names = Samples.All.Select(sample => sample.Name).Order(StringComparer.Ordinal).ToList();
        Assert.True(names.SequenceEqual(Directory.EnumerateFiles(GalleryTests.Folder, "*.png").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)), HowTo);
        Assert.True(Lines().SequenceEqual(File.ReadAllLines(Drawn)), HowTo);
    }

    private const string HowTo = "A card changed since its picture was drawn. Draw it anew: REDRAW_GALLERY=1 ./test";

    private static IEnumerable<string> Lines() => Samples.All.Select(LineOf).Order(StringComparer.Ordinal);

    private static string LineOf(Sample sample) => $"{sample.Name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(GalleryTests.Drawn(sample))))[..16]}";

    private static string PictureOf(string name) => Path.Combine(GalleryTests.Folder, $"{name}.png");
}
