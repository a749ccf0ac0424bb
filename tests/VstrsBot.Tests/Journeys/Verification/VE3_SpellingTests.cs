using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Verification;

/// <summary>VE3: case, spaces and hyphens do not matter; a near miss gets the same general advice as a far one.</summary>
public sealed class VE3_SpellingTests
{
    [Theory]
    [InlineData("QX427781")]
    [InlineData("qx427781")]
    [InlineData("qX-42-77-81")]
    [InlineData("  q x 4 2 7 7 8 1 ")]
    [InlineData("QX–42 7781")]
    [InlineData("QX-42\u00a07781")]
    public Task However_it_is_spelt_the_right_code_matches(string heard) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync(heard);
        Assert.IsType<Confirmed>(await desk.StateAsync(number));
    });

    [Fact]
    public async Task A_near_miss_and_a_far_one_get_the_same_answer()
    {
        List<string> answers = [];
        foreach (var heard in (string[])["QX-42 7782", "QX-42 778", "QX-42 77811", "QX-42 7718", "ZZZZ", "1"])
        {
            await Desk.PlayAsync(async desk =>
            {
                var number = await desk.ClaimedAsync();
                var answer = await desk.CheckAsync(heard);
                answers.Add(answer.Text.Replace(number, "K7F3", StringComparison.Ordinal));
            });
        }

        var same = Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Contains("Not confirmed. 2 tries left", same, StringComparison.Ordinal);
        Assert.Contains("Ask for the SEES ID again, spelt out: A for Alfa. Then type it again.", same, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)\b(position|characters?|digits?|letters?|close|almost|too (short|long))\b", same);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("- -")]
    public Task Nothing_typed_is_no_attempt(string heard) => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        var answer = await desk.CheckAsync(heard);
        Assert.Equal("Enter the SEES ID", answer.Text);
        Assert.Empty(Assert.IsType<Claimed>(await desk.StateAsync(number)).Mismatches);
    });
}
