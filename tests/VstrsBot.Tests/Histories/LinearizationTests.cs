using Xunit;

namespace VstrsBot.Tests.Histories;

/// <summary>The test of the test: histories that no order explains are refuted, and those that one explains are not.</summary>
public sealed class LinearizationTests(ITestOutputHelper output)
{
    private const int Seeds = 60;
    private const string Tom = DeskModel.Adviser;
    private const string Priya = "Priya Shah";
    private const string Amir = "Amir Khan";

    private static readonly string[] Numbers = ["K7F3", "WXM2"];

    /// <summary>Posted, details sent, accepted by Priya.</summary>
    private static readonly Operation[] Claimed = [Done(1, 2, Tom, Verb.Post), Done(3, 4, Tom, Verb.Details), Done(5, 6, Priya, Verb.Accept, Stage.Held, Priya)];

    private static readonly Operation[] Live =
        [.. Claimed, Done(7, 8, Priya, Verb.Sees, Stage.Confirmed, Priya, Act.RightCode), Done(9, 10, Priya, Verb.Take, Stage.Live, Priya)];

    public static TheoryData<string> Refuted => [.. Histories.Where(history => !history.Value.IsExplained).Select(history => history.Key)];

    public static TheoryData<string> Explained => [.. Histories.Where(history => history.Value.IsExplained).Select(history => history.Key)];

    [Theory, MemberData(nameof(Refuted))]
    public void What_cannot_have_happened_is_refuted(string name) => Assert.NotNull(Account.Of(Histories[name].Acts));

    [Theory, MemberData(nameof(Explained))]
    public void What_can_have_happened_is_explained(string name) => Assert.Null(Account.Of(Histories[name].Acts));

    private static readonly Dictionary<string, (bool IsExplained, Operation[] Acts)> Histories = new(StringComparer.Ordinal)
    {
        ["two winners"] = (false, [.. Claimed, Done(5, 7, Amir, Verb.Accept, Stage.Held, Amir)]),
        ["one winner, whoever returns first"] = (true, [.. Claimed[..2], Done(5, 8, Priya, Verb.Accept, Stage.Held, Priya), Done(6, 7, Amir, Verb.Accept, Stage.Held, Priya)]),
        ["one holds two"] = (false, [.. Claimed, Done(7, 8, Tom, Verb.Post, number: "WXM2"), Done(9, 10, Priya, Verb.Accept, Stage.Held, Priya, number: "WXM2")]),
        ["refused, with nobody in the way"] = (false, [.. Claimed[..2], Done(5, 6, Priya, Verb.Accept, Stage.Waiting)]),
        ["live without a confirmed code"] = (false, [.. Claimed, Done(7, 8, Priya, Verb.Take, Stage.Live, Priya)]),
        ["live by somebody else's code"] = (false, [.. Claimed, Done(7, 8, Amir, Verb.Sees, Stage.Confirmed, Priya, Act.RightCode)]),
        ["live without the details"] = (false, [Claimed[0], .. Live[2..]]),
        ["a fourth try"] = (false, [.. Claimed, Done(7, 8, Priya, Verb.Sees, Stage.Claimed, Priya, "a"), Done(9, 10, Priya, Verb.Sees, Stage.Claimed, Priya, "b"), Done(11, 12, Priya, Verb.Sees, Stage.Claimed, Priya, "c")]),
        ["one wrong code three times"] = (true, [.. Claimed, .. Enumerable.Range(7, 3).Select(at => Done(at, at + 3, Priya, Verb.Sees, Stage.Claimed, Priya, "a"))]),
        ["ended by somebody who is not on the call"] = (false, [.. Live, Done(11, 12, Amir, Verb.End), Done(13, 14, Tom, Verb.Look, Stage.Ended)]),

        ["live, seen after an end that was answered"] = (false, [.. Live, Done(11, 12, Tom, Verb.End, Stage.Ended), Done(13, 14, Priya, Verb.Look, Stage.Live, Priya)]),
        ["live, seen while the end is on its way"] = (true, [.. Live, Done(11, 14, Tom, Verb.End, Stage.Ended), Done(12, 13, Priya, Verb.Look, Stage.Live, Priya)]),
        ["accepted after the end"] = (false, [.. Live, Done(11, 12, Tom, Verb.End, Stage.Ended), Done(13, 14, Amir, Verb.Accept, Stage.Held, Amir)]),
        ["seen confirmed, then claimed"] = (false, [.. Claimed, Done(7, 12, Priya, Verb.Sees, Stage.Confirmed, Priya, Act.RightCode), Done(8, 9, Tom, Verb.Look, Stage.Confirmed), Done(10, 11, Tom, Verb.Look, Stage.Claimed)]),
        ["two who look see one end in two orders"] = (false, [.. Live, Done(11, 16, Tom, Verb.End, Stage.Ended), Done(12, 13, Priya, Verb.Look, Stage.Ended), Done(14, 15, Amir, Verb.Glance, Stage.Held, Priya)]),

        ["an end that nobody knows of, and is not seen"] = (true, [.. Live, Unknown(11, Tom, Verb.End), Done(12, 13, Priya, Verb.Look, Stage.Live), Done(14, 15, Tom, Verb.Look, Stage.Live)]),
        ["an end that nobody knows of, and is seen later"] = (true, [.. Live, Unknown(11, Tom, Verb.End), Done(12, 13, Priya, Verb.Look, Stage.Live), Done(14, 15, Tom, Verb.Look, Stage.Ended)]),
        ["an end that nobody knows of shows, and does not any more"] = (false, [.. Live, Unknown(11, Tom, Verb.End), Done(12, 13, Priya, Verb.Look, Stage.Ended), Done(14, 15, Tom, Verb.Look, Stage.Live)]),
        ["an end that shows before anybody asked for it"] = (false, [.. Live, Done(11, 12, Priya, Verb.Look, Stage.Ended), Unknown(13, Tom, Verb.End)]),
        ["an end that was answered, taken for unknown"] = (false, [.. Live, Done(11, 12, Tom, Verb.End), Done(13, 14, Tom, Verb.Look, Stage.Live)]),

        ["one delivery, twice, and the second late"] = (true, [.. Claimed[..2], Unknown(5, Priya, Verb.Accept), Again(6, 7, Priya, Verb.Accept, Stage.Held, Priya), Done(8, 9, Priya, Verb.GiveBack, Stage.Waiting), Again(10, 11, Priya, Verb.Accept, Stage.Waiting)]),
        ["one delivery that happens twice"] = (false, [.. Claimed[..2], Unknown(5, Priya, Verb.Accept), Again(6, 7, Priya, Verb.Accept, Stage.Held, Priya), Done(8, 9, Priya, Verb.GiveBack, Stage.Waiting), Again(10, 11, Priya, Verb.Accept, Stage.Held, Priya)]),
        ["one form, two numbers"] = (false, [Done(1, 2, Tom, Verb.Post), Claimed[0] with { Called = 3, Returned = 4, Said = new Said(Stage.Posted) { Number = "WXM2" } }]),
    };

    [Fact]
    public void A_little_desk_without_a_flaw_is_never_refuted() => Assert.Equal(0, Found(Flaw.None));

    [Theory]
    [InlineData(nameof(Flaw.LostUpdates))]
    [InlineData(nameof(Flaw.StaleReadings))]
    [InlineData(nameof(Flaw.UndoneUnknowns))]
    public void A_flawed_little_desk_is_found_out(string flaw) => Assert.InRange(Found(Enum.Parse<Flaw>(flaw)), 2, Seeds);

    [Fact]
    public void The_account_names_what_is_needed_to_see_it_and_nothing_else() => Assert.Equal(
        """
        No order of these acts explains what was answered (call..answer, who, which handoff, what):
               1..     Tom Reed       K7F3 Post                 may have happened
               3..     Tom Reed       K7F3 Details              may have happened
               5..     Priya Shah     K7F3 Accept               may have happened
               7..     Priya Shah     K7F3 Sees R               may have happened
               9..     Priya Shah     K7F3 Take                 may have happened
              11..13   Tom Reed       K7F3 End                  says Ended
          >   15..16   Priya Shah     K7F3 Look                 says Live, held by Priya Shah
        Without the answer at > an order explains them all. At > it allows: Ended (held by Priya Shah).
        """,
        Account.Of([.. Live, Done(11, 13, Tom, Verb.End, Stage.Ended), Done(12, 14, Amir, Verb.Glance, Stage.Held, Priya), Done(15, 16, Priya, Verb.Look, Stage.Live, Priya), Done(17, 18, Amir, Verb.Glance, Stage.Ended)]));

    private int Found(Flaw flaw)
    {
        var found = Enumerable.Range(1, Seeds).Count(seed =>
        {
            var chance = new Random(seed);
            var posts = Numbers.Select(number => new Act(Tom, Verb.Post, number));
            return !Linearization.Explains(new LittleDesk(chance, flaw).Play(posts.Concat(Plans.Rush(chance, Numbers))));
        });
        output.WriteLine($"G23, {flaw}: {found} of {Seeds} histories refuted, seeds 1 to {Seeds}.");
        return found;
    }

    private static Operation Done(int called, int returned, string by, Verb verb, Stage stage = Stage.Any, string? holder = null, string typed = "", string number = "K7F3") =>
        new(called, returned, new Act(by, verb, number, typed), new Said(stage, holder));

    private static Operation Unknown(int called, string by, Verb verb) => new(called, Operation.Never, new Act(by, verb, "K7F3"), Said: null);

    private static Operation Again(int called, int returned, string by, Verb verb, Stage stage, string? holder = null) =>
        Done(called, returned, by, verb, stage, holder) is var done ? done with { Act = done.Act with { IsAnswerAlone = true } } : done;
}
