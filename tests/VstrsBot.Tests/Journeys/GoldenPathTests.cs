using TeamsStandIn.Clients;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>The whole job, as words.md tells it: two forms, accepted, one wrong code, the right one, taken, renewed, left, ended.</summary>
public sealed class GoldenPathTests
{
    private static readonly Dictionary<string, string> Part1 = new(StringComparer.Ordinal)
    {
        ["callerVerified"] = "true",
        ["organisation"] = "Citizens Advice",
        ["area"] = "courtAction",
        ["debtStage"] = "preEnforcement",
        ["whyNotVstrs"] = "stage",
    };

    private static readonly Dictionary<string, string> Part2 = new(StringComparer.Ordinal)
    {
        ["representative"] = "Rita Marsh",
        ["consentToAct"] = "no",
        ["contact"] = "07700 900999",
        ["customerName"] = "Canary Customer",
        ["referenceKind"] = "utr",
        ["reference"] = "2234567890",
        ["matter"] = "enforcement",
        ["restricted"] = "no",
        ["issue"] = "Hold the summons while a plan is agreed",
        ["callBack"] = "none",
    };

    [Fact]
    public async Task A_handoff_goes_from_the_form_to_the_banner_and_the_banner_goes_away()
    {
        await using var desk = await Desk.OpenAsync();

        await desk.Tom.SayAsync("handoff");
        await desk.Tom.PressAsync(Last(desk.Tom, "Find someone"), "Find someone", Part1);
        await desk.SettleAsync();
        var ping = Last(desk.Priya, "Accept");
        Assert.Contains("Waiting for a specialist", ping.Text, StringComparison.Ordinal);

        await desk.Tom.PressAsync(Last(desk.Tom, "Send details"), "Send details", Part2);
        await desk.Priya.PressAsync(ping, "Accept");
        await desk.SettleAsync();

        var verify = Last(desk.Priya, "Check SEES ID");
        await desk.Priya.PressAsync(verify, "Check SEES ID", new Dictionary<string, string>(StringComparer.Ordinal) { ["seesId"] = Desk.WrongCode });
        await desk.SettleAsync();
        Assert.Contains("2 tries left", Last(desk.Priya, "Check SEES ID").Text, StringComparison.Ordinal);

        await desk.Priya.PressAsync(Last(desk.Priya, "Check SEES ID"), "Check SEES ID", new Dictionary<string, string>(StringComparer.Ordinal) { ["seesId"] = Desk.Code.ToLowerInvariant() });
        await desk.SettleAsync();
        var taken = await desk.Priya.PressAsync(Last(desk.Priya, "I have taken the call"), "I have taken the call");
        Assert.Contains("Rita Marsh", taken.Body!.ToJsonString(), StringComparison.Ordinal);
        await desk.SettleAsync();
        Assert.Equal(3, Banners(desk));

        await desk.StepAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(3, Banners(desk));

        await desk.Tom.PressAsync(Last(desk.Tom, "I have left the call"), "I have left the call");
        await desk.SettleAsync();
        Assert.Equal(3, Banners(desk));

        await desk.Tom.PressAsync(Last(desk.Tom, "The whole call has ended"), "The whole call has ended");
        await desk.SettleAsync();
        Assert.Equal(0, Banners(desk));
        Assert.Contains("Authority ended", desk.Priya.PrintView(), StringComparison.Ordinal);
        Assert.False(desk.Teams.Transcript.Contains("Canary Customer") && CreatesHold(desk, "Canary Customer"));
    }

    private static bool CreatesHold(Desk desk, string canary) =>
        desk.Teams.Tenant.Messages.Any(message => message.BaseCard?.ToJsonString().Contains(canary, StringComparison.Ordinal) == true);

    private static int Banners(Desk desk) => desk.Teams.Tenant.Messages.Count(message =>
        message.DeletedAt is null && message.BaseCard?.ToJsonString().Contains("\"authority-live\"", StringComparison.Ordinal) == true);

    private static SeenMessage Last(PersonClient person, string button) =>
        person.Chat.LastOrDefault(message => message.Card?.ToJsonString().Contains($"\"{button}\"", StringComparison.Ordinal) == true)
        ?? throw new InvalidOperationException($"{person.Person.Name} sees no button \"{button}\":\n{person.PrintView()}");
}
