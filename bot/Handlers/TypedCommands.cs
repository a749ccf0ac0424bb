using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>
/// A typed command does what its button does. It is answered by the sentence that a press would be answered by, or by the present
/// card once more: posted bland, then kept up to date as any card is, until it is over or a newer one is brought.
/// </summary>
internal sealed class TypedCommands(IDeskPeople people, HandoffService handoffs, ButtonHandler buttons, Replies replies)
{
    public async Task RunAsync(Sender sender, TypedCommand command, CancellationToken ct)
    {
        // A code typed after the number is not read: it is said to be deleted, and the card with the input comes.
        if (command is { Verb: Verbs.View, Surface: Surfaces.Authority, More: true })
            await replies.SayAsync(sender, Wording.CodeTyped, ct);

        var before = await BeforeAsync(command, ct);
        var surface = before is null ? command.Surface : NameOf(command.Surface, before, sender.Id);
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["handoff"] = command.Handoff.Value, ["surface"] = surface };
        var answer = await buttons.PressAsync(sender, new CardAction(command.Verb, data, IsAutomatic: false), ct);

        if (before is Ended { Unrecorded: false } over && command.Verb == Verbs.EndCall)
            await replies.SayAsync(sender, Wording.For(new Refusal.AlreadyEnded(over.Reason, over.At), over), ct);
        else if (answer.Words is { } words)
            await replies.SayAsync(sender, words, ct);
        else if (sender.InChannel)
            await replies.SayAsync(sender, Wording.CarryOnInChat(command.Handoff), ct);
        else if (await people.FindAsync(sender.Id, ct) is { } by)
            await BringAsync(sender, by with { Delivery = sender.Delivery }, command.Handoff, surface, ct);
    }

    /// <summary>An end is taken also where the state cannot be read.</summary>
    private async Task<PostedHandoff?> BeforeAsync(TypedCommand command, CancellationToken ct)
    {
        try
        {
            return await handoffs.FindAsync(command.Handoff, ct);
        }
        catch (StoreUnavailableException) when (command.Verb == Verbs.EndCall)
        {
            return null;
        }
    }

    private async Task BringAsync(Sender sender, Actor by, HandoffId id, string surface, CancellationToken ct)
    {
        if (await handoffs.FindAsync(id, ct) is not { } state || Answers.SurfaceOf(state, by, surface) is not { } card
            || await handoffs.ExecuteAsync(id, new BringCard(by, card), ct) is not Outcome.Now)
        {
            await replies.SayAsync(sender, Wording.NotYours(id), ct);
        }
    }

    private static string NameOf(string surface, PostedHandoff state, PersonId typedBy) => surface switch
    {
        TypedCommand.Own when state.Posting.Adviser.Id == typedBy => Surfaces.Adviser,
        TypedCommand.Own when state.LeadsTold.Any(lead => lead.Id == typedBy) && Readers.SpecialistOf(state)?.Id != typedBy => Surfaces.Lead,
        TypedCommand.Own => Surfaces.Authority,
        TypedCommand.Details => state.Posting.Adviser.Id == typedBy ? Surfaces.DetailsForm : Surfaces.Details,
        _ => surface,
    };
}
