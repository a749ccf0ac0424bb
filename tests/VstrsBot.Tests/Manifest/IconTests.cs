using VstrsBot.Manifest;
using Xunit;

namespace VstrsBot.Tests.Manifest;

/// <summary>Both icons as Teams wants them. msteams-docs "design app icons".</summary>
public sealed class IconTests
{
    [Fact]
    public void The_colour_icon_is_192_square_with_a_full_background()
    {
        var icon = new Png(AppPackage.Part("color.png"));
        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(byte.MaxValue, pixel.A));

        // The accent colour of the manifest, to the very edge.
        var edge = Enumerable.Range(0, 192).SelectMany(n => new[] { icon.At(n, 0), icon.At(n, 191), icon.At(0, n), icon.At(191, n) });
        Assert.Equal($"#{edge.Distinct().Single() switch { var (r, g, b, _) => $"{r:X2}{g:X2}{b:X2}" }}", (string?)Packed.Json()["accentColor"]);
    }

    [Fact]
    public void The_outline_icon_is_32_square_and_white_on_nothing()
    {
        var icon = new Png(AppPackage.Part("outline.png"));
        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal((byte.MaxValue, byte.MaxValue, byte.MaxValue), (pixel.R, pixel.G, pixel.B)));

        var drawn = icon.Pixels.Count(pixel => pixel.A > 128);
        Assert.InRange(drawn, 100, 500); // something is drawn, and not everything
        Assert.All(new[] { icon.At(0, 0), icon.At(31, 0), icon.At(0, 31), icon.At(31, 31) }, corner => Assert.Equal(0, corner.A));
    }
}
