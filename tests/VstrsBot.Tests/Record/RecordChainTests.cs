using System.Text;
using VstrsBot.Record;
using Xunit;

namespace VstrsBot.Tests.Record;

public sealed class RecordChainTests
{
    private static readonly RecordEntry Claimed = new(
        RecordedDesk.Start, "SpecialistClaimed", "priya@tenant", "Priya Shah",
        new Dictionary<string, string> { ["b"] = "2", ["B"] = "3", ["a"] = "\"1\"\n" });

    private readonly RecordChain chain = new(RecordedDesk.Seal);

    [Fact]
    public void A_line_is_one_line_of_json_with_its_members_in_fixed_order()
    {
        var line = chain.Append("K7F3", RecordHead.None, Claimed).Lines[0];
        Assert.Equal(
            """{"chain":"K7F3","seq":1,"at":"2026-11-23T10:41:00.0000000Z","kind":"SpecialistClaimed","by":"priya@tenant","name":"Priya Shah","facts":{"B":"3","a":"\"1\"\n","b":"2"},"mac":"MAC"}"""
                .Replace("MAC", line.Mac),
            Encoding.UTF8.GetString(line.Stored.Span));
    }

    [Fact]
    public void A_mac_is_the_hmac_of_the_mac_before_and_the_canonical_line()
    {
        var appended = chain.Append("K7F3", RecordHead.None, Claimed, Claimed);
        var before = new byte[32];
        foreach (var line in appended.Lines)
        {
            var canonical = Encoding.UTF8.GetString(line.Stored.Span).Replace($",\"mac\":\"{line.Mac}\"", "");
            before = System.Security.Cryptography.HMACSHA256.HashData(
                Support.TestKeys.Desk.Record.Span, (byte[])[.. before, .. Encoding.UTF8.GetBytes(canonical)]);
            Assert.Equal(Convert.ToBase64String(before), line.Mac);
        }

        Assert.Equal(new RecordHead(2, Convert.ToBase64String(before)), appended.Head);
    }

    [Fact]
    public void Appending_in_two_steps_gives_the_same_chain_as_in_one()
    {
        var first = chain.Append("K7F3", RecordHead.None, Claimed);
        Assert.Equal(chain.Append("K7F3", RecordHead.None, Claimed, Claimed).Head, chain.Append("K7F3", first.Head, Claimed).Head);
    }

    [Fact]
    public void A_line_written_in_another_zone_stands_in_utc()
    {
        var summer = Claimed with { At = new DateTimeOffset(2026, 7, 1, 11, 0, 0, TimeSpan.FromHours(1)) };
        var line = chain.Append("K7F3", RecordHead.None, summer).Lines[0];
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero), line.At);
        Assert.Equal(TimeSpan.Zero, line.At.Offset);
    }

    [Fact]
    public void A_chain_cannot_have_a_name_that_reaches_into_another()
    {
        Assert.Throws<ArgumentException>(() => chain.Append("K7F3|1", RecordHead.None, Claimed));
        Assert.Throws<ArgumentException>(() => chain.Append("", RecordHead.None, Claimed));
    }

    [Fact]
    public void The_head_is_read_from_the_row_that_guards_the_chain()
    {
        Assert.Equal(new RecordHead(7, "abc"), RecordHead.Find("""{"state":"Live","head":{"seq":7,"mac":"abc"}}"""u8.ToArray()));
        Assert.Null(RecordHead.Find("""{"state":"Live"}"""u8.ToArray()));
        Assert.Null(RecordHead.Find("""{"head":{"seq":"x"}}"""u8.ToArray()));
        Assert.Null(RecordHead.Find("not json"u8.ToArray()));
    }
}
