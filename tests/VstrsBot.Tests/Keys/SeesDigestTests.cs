using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Keys;

public sealed class SeesDigestTests
{
    private const string Code = "7041122";
    private static readonly Guid Tenant = Guid.Parse("5f0c3a52-6d0e-4a53-9d4e-0c8f6e2b7a10");
    private static readonly PersonId Tom = new(Tenant, Guid.Parse("0e3b8f6c-6a1f-4e57-8f3d-2a9b1c4d5e6f"));
    private static readonly PersonId Grace = new(Tenant, Guid.Parse("9c2d4f1a-7b3e-4c68-a5d9-1e0f2b3c4d5e"));
    private readonly SeesDigest digest = new(TestKeys.Desk);

    [Fact]
    public void The_same_code_of_the_same_adviser_matches() => Assert.True(digest.Of(Tom, Code).Matches(digest.Of(Tom, Code)));

    [Fact]
    public void Another_code_does_not_match() => Assert.False(digest.Of(Tom, Code).Matches(digest.Of(Tom, "7041123")));

    [Fact]
    public void The_same_code_of_another_adviser_does_not_match() => Assert.False(digest.Of(Tom, Code).Matches(digest.Of(Grace, Code)));

    [Fact]
    public void The_same_code_under_another_key_does_not_match() =>
        Assert.False(digest.Of(Tom, Code).Matches(new SeesDigest(TestKeys.From(9)).Of(Tom, Code)));

    [Fact]
    public void No_digest_matches_nothing()
    {
        Assert.False(default(CodeDigest).Matches(default));
        Assert.False(default(CodeDigest).Matches(digest.Of(Tom, Code)));
        Assert.False(digest.Of(Tom, Code).Matches(default));
    }

    [Fact]
    public void A_digest_comes_back_from_its_stored_text()
    {
        var stored = digest.Of(Tom, Code).ToStored();
        Assert.Matches("^[A-Za-z0-9_-]{43}$", stored);
        Assert.True(CodeDigest.FromStored(stored).Matches(digest.Of(Tom, Code)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not a digest")]
    public void A_text_that_is_no_digest_is_refused(string text) => Assert.Throws<FormatException>(() => CodeDigest.FromStored(text));

    [Fact]
    public void Neither_code_nor_digest_is_ever_printed()
    {
        var found = digest.Of(Tom, Code);
        string[] printed = [found.ToString(), $"{found}", JsonSerializer.Serialize(found), JsonSerializer.Serialize(new { found }), new Holder(found).ToString()];
        Assert.Equal("(digest)", printed[0]);
        Assert.All(printed, text =>
        {
            Assert.DoesNotContain(Code, text);
            Assert.DoesNotContain(found.ToStored(), text);
        });
        Assert.DoesNotContain(Code, found.ToStored());
    }

    [Fact]
    public void An_attempt_is_the_same_when_typed_again_and_differs_by_handoff_and_code()
    {
        Assert.Equal(digest.OfAttempt("K7F3", Code), digest.OfAttempt("K7F3", Code));
        Assert.NotEqual(digest.OfAttempt("K7F3", Code), digest.OfAttempt("M2P4", Code));
        Assert.NotEqual(digest.OfAttempt("K7F3", Code), digest.OfAttempt("K7F3", "7041123"));
    }

    [Fact]
    public void An_attempt_is_no_adviser_digest() =>
        Assert.NotEqual(digest.Of(Tom, Code).ToStored(), digest.OfAttempt(Tom.ToString(), Code));

    [Fact]
    public void Nothing_typed_has_no_digest() => Assert.Throws<ArgumentException>(() => digest.Of(Tom, ""));

    private sealed record Holder(CodeDigest Digest);
}
