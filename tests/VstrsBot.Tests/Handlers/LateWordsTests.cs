using VstrsBot.Handlers.Drawing;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Handlers;

/// <summary>A message that asks somebody to act at once is not sent an hour late; an end is said however late.</summary>
public sealed class LateWordsTests
{
    private static readonly Line[] AtOnce =
    [
        Line.Accepted, Line.NobodyAccepted, Line.Waiting, Line.SeesIdConfirmed, Line.SeesIdConfirmedDetailsMissing, Line.ConfirmationRunsOut,
        Line.ConfirmationLapsed, Line.CallTaken, Line.StillOnCallReminder,
    ];

    [Fact]
    public void What_asks_to_act_at_once_is_of_use_for_two_minutes()
    {
        Assert.All(AtOnce, line => Assert.False(LateWords.IsTooLate(line, TimeSpan.FromMinutes(2))));
        Assert.All(AtOnce, line => Assert.True(LateWords.IsTooLate(line, TimeSpan.FromSeconds(121))));
    }

    [Fact]
    public void Everything_else_stays_true_and_is_said_however_late() =>
        Assert.All(Enum.GetValues<Line>().Except(AtOnce), line => Assert.False(LateWords.IsTooLate(line, TimeSpan.FromDays(1))));
}
