using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>Test ping after going on duty.</summary>
public sealed record DutyTestCard(UkTime Until) : IMessageView
{
    public AdaptiveCard Render()
    {
        var data = new CardData(Surface: Surfaces.Me);
        return new(
            $"You are on duty until {Until.Time}. This is a test.",
            [
                AuthorityMark.SaysNone($"You are on duty until {Until.Time}.", new TextBlock("This is a test. Did you get an alert?")),
                new ActionSet(
                [
                    new ExecuteAction("I heard it", Verbs.Heard, data),
                    new ExecuteAction("I did not", Verbs.NotHeard, data),
                ]),
                Marking.OfficialSensitive,
            ]);
    }
}

/// <summary>Test ping, answered.</summary>
public sealed record DutyTestAnsweredCard(bool Heard, UkTime At) : IMessageView
{
    public AdaptiveCard Render() => new(
        "The test of your alerts was answered.",
        [
            AuthorityMark.SaysNone(
                Heard ? $"You heard the test at {At.Time}." : $"You did not hear the test at {At.Time}.",
                new TextBlock(Heard
                    ? "Alerts reach you. To stop being asked, type: off duty"
                    : "In Teams, open Settings, then Notifications and activity, and allow alerts from this app. Then type: on duty")),
            Marking.OfficialSensitive,
        ]);
}
