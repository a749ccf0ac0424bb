using System.Collections.Frozen;
using VstrsBot.Cards;
using VstrsBot.Handoffs;

namespace VstrsBot.Handlers;

/// <summary>
/// Who may press or type what. One line a verb; what is not here, or has no role, is nobody's. The state of the handoff may refuse it still.
/// </summary>
internal static class WhoMay
{
    /// <summary>Typed only: who one is here.</summary>
    public const string Me = "me";

    /// <summary>Typed only: makes a channel the desk's.</summary>
    public const string UseThisChannel = "use this channel";

    private const Roles Anybody = Roles.Adviser | Roles.Specialist | Roles.Lead | Roles.Assurance;
    private const Roles OnTheCall = Roles.Adviser | Roles.Specialist;

    private static readonly FrozenDictionary<string, Right> Rights = new Dictionary<string, Right>(StringComparer.Ordinal)
    {
        [Verbs.StartHandoff] = new(Roles.Adviser),
        [Verbs.FindSomeone] = new(Roles.Adviser),
        [Verbs.SendDetails] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.ChangeDetails] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.FillIn] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.Fresh] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.Withdraw] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.PostedInError] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.SomeoneElse] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.AskAgain] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.ArrangeCallBack] = new(Roles.Adviser, Whose.ItsAdviser),
        [Verbs.Left] = new(Roles.Adviser, Whose.ItsAdviser),

        [Verbs.Accept] = new(Roles.Specialist, Whose.NotItsAdviser),
        [Verbs.Decline] = new(Roles.Specialist),
        [Verbs.DeclineReason] = new(Roles.Specialist),
        [Verbs.CheckSeesId] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.GiveBack] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.NotSatisfied] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.TakeCall] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.ShowDetails] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.CheckNow] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.WrapUp] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.ShowNote] = new(Roles.Specialist, Whose.ItsSpecialist),
        [Verbs.OnDuty] = new(Roles.Specialist),
        [Verbs.OffDuty] = new(Roles.Specialist),
        [Verbs.Heard] = new(Roles.Specialist),
        [Verbs.NotHeard] = new(Roles.Specialist),

        [Verbs.StillOn] = new(OnTheCall, Whose.ItsSpecialist),
        [Verbs.NotOn] = new(OnTheCall, Whose.ItsSpecialist),
        [Verbs.EndCall] = new(OnTheCall | Roles.Lead),
        [Verbs.Move] = new(Roles.Lead),
        [Verbs.LeadEnd] = new(Roles.Lead),
        [UseThisChannel] = new(Roles.Lead),

        [Verbs.View] = new(OnTheCall | Roles.Lead),
        [Verbs.Help] = new(Anybody),
        [Me] = new(Anybody),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when somebody with these roles may.</summary>
    public static bool Do(string verb, Roles roles) => Rights.TryGetValue(verb, out var right) && right.Lets(roles);

    /// <summary>The line of a verb, or null when nobody may.</summary>
    public static Right? RightTo(string verb) => Rights.GetValueOrDefault(verb);
}

/// <summary>A line of the table.</summary>
/// <param name="Roles">Any one of them is enough; none means nobody.</param>
/// <param name="Of">Of which handoff, for the words of a refusal: the state decides it.</param>
internal sealed record Right(Roles Roles, Whose Of = Whose.Any)
{
    public bool Lets(Roles held) => (Roles & held) != Roles.None;
}

/// <summary>Of which handoff.</summary>
internal enum Whose
{
    Any,
    ItsAdviser,
    ItsSpecialist,
    NotItsAdviser,
}
