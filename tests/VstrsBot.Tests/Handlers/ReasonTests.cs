using Microsoft.Extensions.Time.Testing;
using VstrsBot.Cards;
using VstrsBot.Forms;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handlers;

/// <summary>A faulty reason or call back is answered before any handoff is looked at.</summary>
public sealed class ReasonTests
{
    [Theory]
    [InlineData(Verbs.LeadEnd, "", "Enter the reason.")]
    [InlineData(Verbs.LeadEnd, "the PIN is 98761", PinGuard.Refusal)]
    [InlineData(Verbs.LeadEnd, "card 4111 1111 1111 1111", PinGuard.Refusal)]
    [InlineData(Verbs.LeadEnd, "about 2234567890", "Take the customer's reference out of the reason.")]
    [InlineData(Verbs.Move, "the PIN is 98761", PinGuard.Refusal)]
    public async Task A_leads_reason_holds_no_secret_and_no_reference(string verb, string reason, string said)
    {
        var answer = await AnswerAsync(verb, (InputIds.Reason, reason), (InputIds.MoveTo, "courtAction"));
        Assert.Equal(said, answer);
    }

    [Theory]
    [InlineData("", "", "Select the kind of call back. Select by when.")]
    [InlineData("none", "hour", "Select the kind of call back.")]
    [InlineData("PIN 98761", "hour", "Select the kind of call back.")]
    [InlineData("vstrs", "soon", "Select by when.")]
    [InlineData("vstrs", "today", "Select a later time for the call back. 5pm has passed.")]
    public async Task A_call_back_is_of_the_lists_and_still_to_come(string kind, string by, string said) =>
        Assert.Equal(said, await AnswerAsync(Verbs.ArrangeCallBack, (InputIds.CallBack, kind), (InputIds.CallBackBy, by)));

    private static async Task<string> AnswerAsync(string verb, params (string Input, string Value)[] inputs)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 17, 30, 0, TimeSpan.Zero));
        var forms = new FormHandler(handoffs: null!, answers: null!, working: null!, new DeskLists(), time);
        var data = inputs.ToDictionary(input => input.Input, input => input.Value, StringComparer.Ordinal);
        var answer = await forms.HandleAsync(HandoffId.Parse("K7F3"), Leah, new CardAction(verb, data, IsAutomatic: false), TestContext.Current.CancellationToken);
        return answer.Body!["value"]!.GetValue<string>();
    }
}
