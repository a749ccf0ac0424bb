using TeamsStandIn.Clients;
using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>RP4: the adviser's card lists each ping, decline and time-out as it happens.</summary>
public sealed class RP4_AsItHappensTests
{
    [Fact]
    public Task Ping_decline_and_time_out_stand_on_the_card_as_in_the_record() => Desk.PlayAsync(
        async desk =>
        {
            await desk.Amir.SayAsync("on duty");
            var number = await desk.PostAsync();
            var card = desk.Tom.Newest("Withdraw");
            var (first, second) = RP3_LadderTests.Pings(desk.Priya).Count == 1 ? (desk.Priya, desk.Amir) : (desk.Amir, desk.Priya);
            Assert.StartsWith($"Asking specialists. Nobody has accepted {number} yet.", card.Text, StringComparison.Ordinal);
            Assert.Contains($"{first.Person.Name} asked at 10:41am.", card.Text, StringComparison.Ordinal);
            Assert.Contains("If no answer, 2 more people are asked at 10:41am.", card.Text, StringComparison.Ordinal);
            Assert.Contains("Details: not sent.", card.Text, StringComparison.Ordinal);

            await desk.StepAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5));
            Assert.Contains($"{first.Person.Name} has not answered, 10:41am.", Card().Text, StringComparison.Ordinal);
            Assert.Contains($"{second.Person.Name} asked at 10:41am.", Card().Text, StringComparison.Ordinal);

            await second.PressNewestAsync("I can't take it");
            await desk.SettleAsync();
            Assert.Contains($"{second.Person.Name} cannot take it, 10:42am.", Card().Text, StringComparison.Ordinal);
            Assert.Equal(["HandoffPosted", "SpecialistsAsked", "SpecialistsAsked", "AskDeclined"], await desk.RecordedAsync(number));

            await desk.SendDetailsAsync();
            Assert.Contains("Details: sent 10:42am.", Card().Text, StringComparison.Ordinal);

            SeenMessage Card() => desk.Tom.Now(card.Id);
        });
}
