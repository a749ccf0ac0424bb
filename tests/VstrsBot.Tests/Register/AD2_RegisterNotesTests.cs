using VstrsBot.Cards.Model;
using VstrsBot.Handoffs;
using VstrsBot.Register;
using Xunit;

namespace VstrsBot.Tests.Register;

/// <summary>AD2: how many people each ladder asks, where the rota has gaps, and who has no phone.</summary>
public sealed class AD2_RegisterNotesTests
{
    private static readonly Choice[] Areas = [new("Court action", "courtAction"), new("VAT debt", "vat")];

    // A Monday.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_ladder_says_how_many_it_asks_and_when() => Assert.Contains(
        "Court action: the ladder asks 1 at once, 2 more after 45 s, 1 more after 90 s, as far as they are on duty.",
        Notes([Specialist(1), Specialist(2), Specialist(3), Specialist(4)]));

    [Fact]
    public void A_ladder_that_runs_out_of_people_says_so() => Assert.Contains(
        "Court action: the ladder asks 1 at once, nobody more after 45 s, nobody more after 90 s, as far as they are on duty.", Notes([Specialist(1)]));

    [Fact]
    public void An_area_without_specialists_is_named() => Assert.Contains(Notes([Specialist(1)]), note => note.StartsWith("Nobody is a specialist for VAT debt.", StringComparison.Ordinal));

    [Fact]
    public void Missing_leads_are_named()
    {
        Assert.Contains(Notes([Specialist(1)]), note => note.StartsWith("Nobody leads Court action.", StringComparison.Ordinal));
        Assert.Contains(Notes([Specialist(1)]), note => note.StartsWith("Nobody leads the advisers.", StringComparison.Ordinal));
        Assert.DoesNotContain(Notes([Specialist(1), Lead(2, "courtAction", "VSTRS")]), note => note.Contains("Nobody leads", StringComparison.Ordinal));
    }

    [Fact]
    public void Specialists_without_a_phone_are_named() => Assert.Contains(
        Notes([Specialist(1) with { Phone = null, Name = "Priya Shah" }]), note => note.StartsWith("No phone: Priya Shah.", StringComparison.Ordinal));

    [Fact]
    public void Somebody_whose_last_day_was_yesterday_is_not_counted() => Assert.Contains(
        Notes([Specialist(1), Specialist(2) with { To = new DateOnly(2026, 11, 22) }]), note => note.Contains("asks 1 at once, nobody more", StringComparison.Ordinal));

    [Fact]
    public void A_gap_between_two_turns_is_named() => Assert.Equal(
        ["23 November 11am to 1:30pm"], Gaps((23, 9, 0, 11, 0), (23, 13, 30, 17, 0), (24, 9, 0, 17, 0), (25, 9, 0, 17, 0), (26, 9, 0, 17, 0), (27, 9, 0, 17, 0)));

    [Fact]
    public void Turns_that_overlap_leave_no_gap() => Assert.Empty(
        Gaps((23, 9, 0, 13, 0), (23, 10, 0, 11, 0), (23, 12, 59, 17, 0), (24, 9, 0, 17, 0), (25, 9, 0, 17, 0), (26, 9, 0, 17, 0), (27, 9, 0, 17, 0)));

    [Fact]
    public void A_working_day_with_nobody_is_a_gap_and_a_weekend_is_none() => Assert.Equal(
        ["all of 24 November", "all of 26 November", "all of 27 November"], Gaps((23, 9, 0, 17, 0), (25, 9, 0, 17, 0)));

    [Fact]
    public void A_gap_that_is_over_is_not_named() => Assert.Empty(
        Gaps(Now.AddHours(6), (23, 9, 0, 11, 0), (23, 13, 0, 17, 0), (24, 9, 0, 17, 0), (25, 9, 0, 17, 0), (26, 9, 0, 17, 0), (27, 9, 0, 17, 0)));

    [Fact]
    public void An_area_without_any_turn_has_no_rota_and_so_no_gaps() => Assert.Empty(Gaps());

    private static IReadOnlyList<string> Notes(IEnumerable<RegisterEntry> people) =>
        [.. RegisterNotes.Of(new RegisterSnapshot([.. people], [], []), Areas, Ladder.Default, Now).Select(note => note.ToString())];

    private static IReadOnlyList<string> Gaps(params (int Day, int FromHour, int FromMinute, int ToHour, int ToMinute)[] turns) => Gaps(Now, turns);

    private static IReadOnlyList<string> Gaps(DateTimeOffset now, params (int Day, int FromHour, int FromMinute, int ToHour, int ToMinute)[] turns)
    {
        static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
        var rota = turns.Select(turn => new RotaEntry(Id(1), "courtAction", At(turn.Day, turn.FromHour, turn.FromMinute), At(turn.Day, turn.ToHour, turn.ToMinute)));
        return [.. RotaGaps.Of(new RegisterSnapshot([Specialist(1)], [], [.. rota]), "courtAction", now).Select(gap => gap.ToString())];
    }

    private static RegisterEntry Specialist(int no) => new(Id(no), $"Specialist {no}", Roles.Specialist, null, ["courtAction"], "07700 900461", null, null);

    private static RegisterEntry Lead(int no, params string[] areas) => new(Id(no), $"Lead {no}", Roles.Lead, null, [.. areas], "07700 900463", null, null);

    private static PersonId Id(int no) => new(new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, (short)no, new byte[8]));
}
