using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace VstrsBot.Handoffs;

/// <summary>The places where a handoff shows a card. Each has one card per handoff, and number where there can be several.</summary>
internal enum SurfaceKind
{
    /// <summary>The card in the desk's channel, root of its own thread.</summary>
    Channel,

    /// <summary>The adviser's status card.</summary>
    Adviser,

    /// <summary>Part 1 of the form, once sent.</summary>
    FindForm,

    /// <summary>Part 2 of the form.</summary>
    DetailsForm,

    /// <summary>The ping of one ask.</summary>
    Ping,

    /// <summary>The authority card of one claim.</summary>
    Authority,

    /// <summary>The details card of one claim.</summary>
    Details,

    /// <summary>The wrap-up card.</summary>
    WrapUp,

    /// <summary>"Still on the call?", to the adviser.</summary>
    AskAdviser,

    /// <summary>"Still on the call?", to the specialist.</summary>
    AskSpecialist,

    /// <summary>A lead's card, by the place in the list of leads told.</summary>
    Lead,

    /// <summary>A card brought once more by something typed.</summary>
    Brought,

    /// <summary>What the adviser is reminded of when they write after the end.</summary>
    ReminderAdviser,

    /// <summary>The same, to the specialist.</summary>
    ReminderSpecialist,
}

/// <summary>One card of one handoff.</summary>
/// <param name="No">Which of several, from 1; 0 where there is one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Surface(SurfaceKind Kind, int No = 0)
{
    public static readonly Surface Channel = new(SurfaceKind.Channel);
    public static readonly Surface Adviser = new(SurfaceKind.Adviser);
    public static readonly Surface FindForm = new(SurfaceKind.FindForm);
    public static readonly Surface DetailsForm = new(SurfaceKind.DetailsForm);
    public static readonly Surface WrapUp = new(SurfaceKind.WrapUp);

    /// <summary>The form used in row keys and card data, for example <c>Ping-2</c>.</summary>
    public override string ToString() => No == 0 ? Kind.ToString() : $"{Kind}-{No}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Surface surface)
    {
        var parts = (text ?? "").Split('-');
        var no = 0;
        var known = Enum.TryParse<SurfaceKind>(parts[0], out var kind) && Enum.IsDefined(kind)
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], out no) && no > 0));
        surface = known ? new Surface(kind, no) : default;
        return known;
    }

    /// <exception cref="FormatException">Not a surface.</exception>
    public static Surface Parse(string text) => TryParse(text, out var surface) ? surface : throw new FormatException("Not a surface.");
}
