using System.Text.RegularExpressions;

namespace VstrsBot.Identifiers;

/// <summary>Three-digit office number, one slash, a reference; no check digit (hmrc/domain, EmpRef).</summary>
internal static partial class EmployerPayeReference
{
    public static string? Read(string text) => string.Join('/', text.Split('/').Select(Typed.Clean)) is var value && Shape().IsMatch(value) ? value : null;

    [GeneratedRegex(@"^[0-9]{3}/[A-Z0-9]{1,10}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Typed.Patience)]
    private static partial Regex Shape();
}
