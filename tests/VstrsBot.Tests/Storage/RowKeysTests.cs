using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Storage;

/// <summary>What a key says about its row.</summary>
public sealed class RowKeysTests
{
    private static readonly HandoffId Id = HandoffId.Parse("K7F3");

    [Theory]
    [InlineData("h|K7F3", "K7F3")]
    [InlineData("o|K7F3|Ping-1", "K7F3")]
    [InlineData("c|K7F3|Channel", "K7F3")]
    [InlineData("t|0639152640000000000|K7F3", "K7F3")]
    [InlineData("t|K7F3", null)]
    [InlineData("o|K7F|Ping-1", null)]
    [InlineData("o|K7F3X|Ping-1", null)]
    [InlineData("o|K7F0|Ping-1", null)]
    [InlineData("o||K7F3", null)]
    [InlineData("o", null)]
    public void A_key_names_its_handoff_or_none(string key, string? handoff) => Assert.Equal(handoff, RowKeys.FindHandoffOf(key)?.Value);

    [Fact]
    public void A_timer_says_when_it_is_due()
    {
        var due = new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero).AddTicks(1);

        Assert.Equal(due, RowKeys.DueOf(RowKeys.Timer(due, Id)));
        Assert.Equal(Id, RowKeys.HandoffOf(RowKeys.Timer(due, Id)));
    }

    [Theory]
    [InlineData("k7 f3", true)]
    [InlineData(" K-7-F-3 ", true)]
    [InlineData("K7F3            and more", true)]
    [InlineData("            K7F3", true)]
    [InlineData("             K7F3", false)]
    [InlineData("K7F", false)]
    [InlineData("K7F34", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_number_is_read_as_people_write_it(string? text, bool fits)
    {
        Assert.Equal(fits, HandoffId.TryParse(text, out var id));
        Assert.Equal(fits ? Id : default, id);
    }
}
