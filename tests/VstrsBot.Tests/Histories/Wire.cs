using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using VstrsBot.Cards;
using VstrsBot.Tests.Journeys;

namespace VstrsBot.Tests.Histories;

/// <summary>Acts as Teams delivers them: what the button of any card, old or new, sends; or what is typed for it.</summary>
internal static class Wire
{
    /// <summary>The activity of a press. Delivered again it is the same activity.</summary>
    public static JsonObject Press(Act act, PersonClient person)
    {
        var (verb, surface) = Button(act);
        var data = Steps.Press(act.Handoff, surface);
        foreach (var (input, value) in Inputs(act))
            data[input] = value;
        var place = surface == Surfaces.Channel ? person.Teams.Tenant.Find(person.Teams.Tenant.DmbChannelId)! : person.Teams.Tenant.ChatWith(person.Person);
        return person.Teams.Shapes.Invoke(person.Person, place, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        });
    }

    /// <summary>The command that is typed instead; null where only a card will do.</summary>
    public static string? Command(Act act) => act.Verb switch
    {
        Verb.Accept => $"accept {act.Handoff}",
        Verb.GiveBack => $"give back {act.Handoff}",
        Verb.SomeoneElse => $"someone else {act.Handoff}",
        Verb.NotSatisfied => $"not satisfied {act.Handoff}",
        Verb.Take => $"taken {act.Handoff}",
        Verb.Left => $"left {act.Handoff}",
        Verb.End => $"end {act.Handoff}",
        Verb.Withdraw => $"withdraw {act.Handoff}",
        _ => null,
    };

    private static (string Verb, string Surface) Button(Act act) => act.Verb switch
    {
        Verb.Details => (Verbs.SendDetails, Surfaces.DetailsForm),
        Verb.Accept => (Verbs.Accept, Surfaces.Channel),
        Verb.GiveBack => (Verbs.GiveBack, Surfaces.Authority),
        Verb.SomeoneElse => (Verbs.SomeoneElse, Surfaces.Adviser),
        Verb.Sees => (Verbs.CheckSeesId, Surfaces.Authority),
        Verb.NotSatisfied => (Verbs.NotSatisfied, Surfaces.Authority),
        Verb.Take => (Verbs.TakeCall, Surfaces.Authority),
        Verb.Check => (Verbs.CheckNow, Surfaces.Authority),
        Verb.Left => (Verbs.Left, Surfaces.Adviser),
        Verb.End => (Verbs.EndCall, OwnCard(act.By)),
        Verb.LeadEnd => (Verbs.LeadEnd, Surfaces.Lead),
        Verb.Withdraw => (Verbs.Withdraw, Surfaces.Adviser),
        Verb.Look => (Verbs.View, OwnCard(act.By)),
        Verb.Glance => (Verbs.View, Surfaces.Channel),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static string OwnCard(string person) => person == DeskModel.Adviser ? Surfaces.Adviser : Surfaces.Authority;

    private static Dictionary<string, string> Inputs(Act act) => act.Verb switch
    {
        Verb.Details => Typed.Part2(),
        Verb.Sees => Typed.Code(act.Typed == Act.RightCode ? Desk.Code : $"ZZ 90 000{act.Typed}"),
        Verb.LeadEnd => new(StringComparer.Ordinal) { ["reason"] = "Asked to" },
        _ => [],
    };
}
