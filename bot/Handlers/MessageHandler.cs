using VstrsBot.Addresses;
using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handoffs;
using VstrsBot.Identifiers;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>What was typed to the bot, or sent by a client that knows no Action.Execute.</summary>
internal sealed class MessageHandler(
    IDeskPeople people, HandoffPosting posting, DutyDesk duty, MeCards me, DeskChannel channel, ButtonHandler buttons, TypedCommands commands, AfterTheEnd after, Replies replies)
{
    public async Task<InvokeResponse> HandleAsync(Sender sender, CancellationToken ct)
    {
        var text = sender.Activity.WithoutMentions();
        if (!sender.Activity.IsAddressedToBot())
            return InvokeResponse.Empty;
        var command = TypedCommand.Read(text);
        if (await (command is not null && ButtonHandler.Ends(command.Verb) ? people.FindToEndAsync(sender.Id, ct) : people.FindAsync(sender.Id, ct)) is not { } by)
        {
            // In the channel nothing shows.
            await replies.SayInChatAsync(sender, Wording.NotOnTheRegister(sender.Id), ct);
            return InvokeResponse.Empty;
        }

        var holdsReference = CustomerReference.IsIn(text);
        if (command is not null)
            await commands.RunAsync(sender, command, ct);
        else if (TypedCommand.IsCodeWithoutNumber(text))
            await replies.SayAsync(sender, Wording.CodeTypedAlone, ct);
        else if (!holdsReference)
            await AnswerAsync(sender, by, text, ct);
        if (holdsReference)
            await replies.SayAsync(sender, Wording.DeleteYourMessage, ct);
        await after.HeardFromAsync(sender, by, ct);
        return InvokeResponse.Empty;
    }

    /// <summary>An old client's press: a message whose value is the button's data. Faults are named without its values.</summary>
    public async Task<InvokeResponse> SubmittedAsync(Sender sender, CancellationToken ct)
    {
        await ReplyAsync(sender, await buttons.HandleAsync(sender, ct), ct);
        return InvokeResponse.Empty;
    }

    /// <summary>In a channel that is not the desk's: only a lead may choose it.</summary>
    public async Task<InvokeResponse> ElsewhereAsync(Sender sender, CancellationToken ct)
    {
        if (sender.Activity.IsInvoke)
            return DialogHandler.Knows(sender.Activity.Name) ? InvokeResponse.TaskMessage(Wording.WrongChannel) : InvokeResponse.Message(Wording.WrongChannel);
        if (!sender.Activity.IsAddressedToBot())
            return InvokeResponse.Empty;

        var chosen = string.Equals(sender.Activity.WithoutMentions(), "use this channel", StringComparison.OrdinalIgnoreCase)
            && sender.Activity is { Channel: { } here, ServiceUrl: { } serviceUrl }
            && await people.FindAsync(sender.Id, ct) is { } by && WhoMay.Do(WhoMay.UseThisChannel, by.Roles)
            && await channel.ChooseAsync(new ChannelAddress(here, new Uri(serviceUrl), sender.Id.Tenant.ToString()), by.Person, ct);
        await replies.SayAsync(sender, chosen ? "This is now the channel of this desk." : Wording.WrongChannel, ct);
        return InvokeResponse.Empty;
    }

    private async Task AnswerAsync(Sender sender, Actor by, string text, CancellationToken ct)
    {
        switch (text.ToUpperInvariant())
        {
            case "HANDOFF" when !WhoMay.Do(Verbs.StartHandoff, by.Roles):
                await replies.SayAsync(sender, Wording.ForRole(Roles.Adviser), ct);
                break;
            case "HANDOFF" when sender.InChannel:
                await replies.ShowAsync(sender, new OpenFormCard(), "Hand off a live call", ct);
                break;
            case "HANDOFF":
                await replies.ShowAsync(sender, await posting.NewFormAsync(ct), "Hand off a live call", ct);
                break;
            case "ON DUTY" or "OFF DUTY" when !WhoMay.Do(Verbs.OnDuty, by.Roles):
                await replies.SayAsync(sender, Wording.ForRole(Roles.Specialist), ct);
                break;
            case "ON DUTY":
                await replies.ShowAsync(sender, new DutyTestCard(UkClock.At(await duty.OnAsync(by, ct))), "You are on duty. This is a test.", ct);
                break;
            case "OFF DUTY":
                await duty.OffAsync(by, ct);
                await replies.SayAsync(sender, "You are off duty.", ct);
                break;
            case "ME" when WhoMay.Do(WhoMay.Me, by.Roles):
                await replies.ShowAsync(sender, await me.ForAsync(by, ct), "Who you are here", ct);
                break;
            case "USE THIS CHANNEL":
                await replies.SayAsync(sender, sender.InChannel ? "This is the channel of this desk." : "Type this in the channel.", ct);
                break;
            default:
                await replies.ShowAsync(sender, Help.Card, "Help with handing off a live call", ct);
                break;
        }
    }

    /// <summary>The answer to a press, as a message: the sentence, or where the card is.</summary>
    private Task ReplyAsync(Sender sender, InvokeResponse answer, CancellationToken ct) =>
        replies.SayAsync(sender, answer.Words ?? "Done. The card in this chat shows where it stands.", ct);
}
