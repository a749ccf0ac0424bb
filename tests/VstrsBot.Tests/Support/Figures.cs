using System.Globalization;
using Xunit;

namespace VstrsBot.Tests.Support;

/// <summary>What was measured, with its seeds and counts: printed with its test, and once more when <c>./test</c> is done.</summary>
internal static class Figures
{
    private static readonly Lock Gate = new();

    private static string Lines => Path.Combine(AppContext.BaseDirectory, "figures.txt");

    /// <param name="figure">Its name in README, such as G18.</param>
    public static void Measured(this ITestOutputHelper output, string figure, FormattableString numbers)
    {
        var line = $"{figure}: {numbers.ToString(CultureInfo.InvariantCulture)}";
        output.WriteLine(line);
        lock (Gate)
            File.AppendAllText(Lines, line + "\n");
    }
}
