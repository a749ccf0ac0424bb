using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Storage;

/// <summary>What is kept of a row stands for its bytes, and for nothing else.</summary>
public sealed class RowMemoTests
{
    private readonly RowMemo<Said> memo = new(places: 1);

    [Fact]
    public void The_same_bytes_are_read_once() =>
        Assert.Same(memo.Read(RowOf("a", """{"words":"one"}""", tag: "1")), memo.Read(RowOf("a", """{"words":"one"}""", tag: "2")));

    [Fact]
    public void What_differs_by_a_byte_is_read_anew_also_under_the_same_tag()
    {
        memo.Read(RowOf("a", """{"words":"one"}"""));

        Assert.Equal("two", memo.Read(RowOf("a", """{"words":"two"}""")).Words);
        Assert.Equal("one", memo.Read(RowOf("a", """{"words":"one"}""")).Words);
    }

    [Fact]
    public void Rows_that_share_a_place_are_not_taken_for_each_other()
    {
        var first = memo.Read(RowOf("a", """{"words":"one"}"""));

        Assert.NotSame(first, memo.Read(RowOf("b", """{"words":"one"}""")));
        Assert.NotSame(first, memo.Read(RowOf("a", """{"words":"one"}""")));
    }

    [Fact]
    public void What_cannot_be_read_is_never_answered_with_what_stood_there_before()
    {
        memo.Read(RowOf("a", """{"words":"one"}"""));

        for (var look = 0; look < 2; look++)
            Assert.Throws<UnreadableRowException>(() => memo.Read(RowOf("a", "{")));
    }

    private static Row RowOf(string key, string text, string tag = "1") => new(key, Encoding.UTF8.GetBytes(text), null, tag);

    internal sealed record Said(string Words);
}
