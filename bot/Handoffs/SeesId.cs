using System.Diagnostics.CodeAnalysis;

namespace VstrsBot.Handoffs;

/// <summary>
/// An adviser's SEES ID code: opaque text whose format is not public. Case, spaces and hyphens do not matter. Nothing prints it.
/// </summary>
internal sealed class SeesId
{
    private const int MostCharacters = 64;

    private SeesId(string normalised) => Normalised = normalised;

    /// <summary>The one form a code is digested in. Goes nowhere else.</summary>
    public string Normalised { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out SeesId? code)
    {
        var normal = string.Concat((text ?? "").Take(1000).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var others = (text ?? "").Take(1000).Any(c => !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.DashPunctuation);
        code = normal.Length is > 0 and <= MostCharacters && !others ? new SeesId(normal) : null;
        return code is not null;
    }

    public override string ToString() => "(SEES ID)";
}
