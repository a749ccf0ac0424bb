using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>First message, and the answer to "me".</summary>
/// <param name="Name">As the register has it.</param>
/// <param name="Role">"a specialist", "an adviser", "a lead and a specialist".</param>
/// <param name="Areas">"Court action, Time To Pay", or null for none.</param>
/// <param name="Phone">The number for handoffs, or null.</param>
/// <param name="Lead">The person's lead, or null.</param>
public sealed record MeCard(string Name, string Role, string? Areas, string? Phone, string? Lead) : IMessageView
{
    /// <summary>Null for who has no duty; "off duty"; or "on duty until 6pm".</summary>
    public string? Duty { get; init; }

    /// <summary>Which duty button is offered; null for who has no duty.</summary>
    public bool? OnDuty { get; init; }

    /// <summary>May hand off calls.</summary>
    public bool CanHandOff { get; init; }

    public AdaptiveCard Render() => new(
        "You are on the register. For what you can do, type: help",
        [
            AuthorityMark.SaysNone(
                "You are on the register.",
                new PlainText($"{Name}, you are on the register as {Role}{(Areas is null ? "" : $" for {Areas}")}.")),
            .. Lines.Select(line => new PlainText(line)),
            new ActionSet([.. Buttons]),
            Marking.OfficialSensitive,
        ]);

    private IEnumerable<string> Lines
    {
        get
        {
            if (Duty is not null) yield return $"You are {Duty}.";
            yield return Phone is null ? "You have no number for handoffs. Ask your lead." : $"Your number for handoffs: {Phone}.";
            yield return Lead is null ? "You have no lead on the register." : $"Your lead: {Lead}.";
        }
    }

    private IEnumerable<CardAction> Buttons
    {
        get
        {
            var data = new CardData(Surface: Surfaces.Me);
            if (OnDuty is false) yield return new ExecuteAction("Go on duty", Verbs.OnDuty, data);
            if (OnDuty is true) yield return new ExecuteAction("Go off duty", Verbs.OffDuty, data);
            if (CanHandOff) yield return new ExecuteAction("Start a handoff", Verbs.StartHandoff, data);
            yield return new ExecuteAction("Help", Verbs.Help, data);
        }
    }
}

/// <summary>First message to somebody who is not on the register.</summary>
/// <param name="ObjectId">The id to give.</param>
/// <param name="Ask">Whom to ask: "Leah Brooks", or null for their own lead.</param>
public sealed record NotOnRegisterCard(string ObjectId, string? Ask) : IMessageView
{
    public AdaptiveCard Render() => new(
        "You are not on the register. Ask your lead.",
        [
            AuthorityMark.SaysNone("You are not on the register.", new PlainText($"Ask {Ask ?? "your lead"}.")),
            new PlainText(ObjectId) { Label = "Your id to give them" },
            Marking.OfficialSensitive,
        ]);
}
