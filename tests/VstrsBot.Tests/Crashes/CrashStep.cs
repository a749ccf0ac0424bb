using TeamsStandIn.Clients;
using VstrsBot.Tests.Journeys;

namespace VstrsBot.Tests.Crashes;

/// <summary>One step of the golden path: who does what, and which lines the record must hold once it was acknowledged.</summary>
/// <param name="Name">What it is called where it is reported.</param>
/// <param name="Prepare">Looks up what is pressed; what it returns does it, and does it again after a crash, on the same card.</param>
/// <param name="Recorded">Kinds of lines.</param>
internal sealed record CrashStep(string Name, Func<CrashDesk, Task<Func<Task<BotAnswer>>>> Prepare, params string[] Recorded)
{
    private static readonly Dictionary<string, string> WrapUp = new(StringComparer.Ordinal) { ["outcome"] = "held", ["inIdms"] = "true" };

    /// <summary>Time alone does it: nobody presses, and nothing is acknowledged.</summary>
    public bool IsTime { get; init; }

    /// <summary>Three banners stand once it is done.</summary>
    public bool IsLive { get; init; }

    /// <summary>After the crash it dies once more, in the start sweep.</summary>
    public bool DiesAgain { get; init; }

    public static readonly IReadOnlyList<CrashStep> GoldenPath =
    [
        new("post", PostAsync, "HandoffPosted", "SpecialistsAsked"),
        Press("details", desk => desk.Tom, "Send details", Typed.Part2(), "DetailsSent"),
        Press("accept", desk => desk.Priya, "Accept", null, "SpecialistClaimed"),
        Press("mismatch", desk => desk.Priya, "Check SEES ID", Typed.Code(Desk.WrongCode), "SeesIdMismatched"),
        Press("confirm", desk => desk.Priya, "Check SEES ID", Typed.Code(Desk.Code), "SeesIdConfirmed"),
        Press("taken", desk => desk.Priya, "I have taken the call", null, "CallTaken") with { IsLive = true, DiesAgain = true },
        new("renew", RenewAsync) { IsTime = true, IsLive = true },
        Press("left", desk => desk.Tom, "I have left the call", null, "AdviserLeft") with { IsLive = true },
        Press("end", desk => desk.Tom, "The whole call has ended", null, "HandoffEnded") with { DiesAgain = true },
        Press("wrap-up", desk => desk.Priya, "Save", WrapUp, "WrapUpSent", "WorkingDataErased"),
    ];

    private static CrashStep Press(string name, Func<CrashDesk, PersonClient> who, string button, Dictionary<string, string>? typed, params string[] recorded) => new(
        name,
        desk =>
        {
            var (person, card) = (who(desk), who(desk).Newest(button));
            return Task.FromResult(() => person.PressAsync(card, button, typed));
        },
        recorded);

    private static async Task<Func<Task<BotAnswer>>> PostAsync(CrashDesk desk)
    {
        await desk.Tom.SayAsync("handoff");
        var form = desk.Tom.Newest("Find someone");
        return () => desk.Tom.PressAsync(form, "Find someone", Typed.Part1());
    }

    private static Task<Func<Task<BotAnswer>>> RenewAsync(CrashDesk desk) => Task.FromResult(async () =>
    {
        await desk.AdvanceAsync(TimeSpan.FromSeconds(61));
        return new BotAnswer(200);
    });
}
