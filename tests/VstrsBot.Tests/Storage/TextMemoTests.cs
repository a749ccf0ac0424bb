using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Storage;

/// <summary>What is kept of a text stands for that text, and for no other.</summary>
public sealed class TextMemoTests
{
    private readonly List<string?> read = [];
    private readonly TextMemo<string> memo;

    public TextMemoTests() => memo = new TextMemo<string>(places: 1, text =>
    {
        read.Add(text);
        return text == "bad" ? null : $"read {text}";
    });

    [Fact]
    public void The_same_text_is_read_once()
    {
        Assert.Equal(["read one", "read one"], [memo.Find("one"), memo.Find(new string("one"))]);
        Assert.Equal([null, "one"], read);
    }

    [Fact]
    public void Texts_that_share_a_place_are_not_taken_for_each_other() =>
        Assert.Equal(["read one", "read two", "read one", null, "read one", "read "], [memo.Find("one"), memo.Find("two"), memo.Find("one"), memo.Find("bad"), memo.Find("one"), memo.Find(null)]);
}
