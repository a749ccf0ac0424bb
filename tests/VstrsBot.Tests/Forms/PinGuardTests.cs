using CsCheck;
using VstrsBot.Forms;
using Xunit;

namespace VstrsBot.Tests.Forms;

public sealed class PinGuardTests
{
    [Theory]
    [InlineData("PIN 1234")]
    [InlineData("pin1234")]
    [InlineData("my_pin_1234")]
    [InlineData("Pin no. 1234")]
    [InlineData("PinNo:1234")]
    [InlineData("the PIN is 1 2 3 4")]
    [InlineData("PIN: one two three four")]
    [InlineData("P.I.N. 1234")]
    [InlineData("P. I. N. 1234")]
    [InlineData("p i n 1234")]
    [InlineData("p-i-n 1234")]
    [InlineData("p1n 12")]
    [InlineData("ＰＩＮ １２３４")]
    [InlineData("PIN ٤٣٢١")]
    [InlineData("p\u200bin 1234")]
    [InlineData("pin\n1234")]
    [InlineData("1234 is the pin")]
    [InlineData("1-2-3-4 (their PIN)")]
    [InlineData("passcode 77")]
    [InlineData("pass-code: 77")]
    [InlineData("Password=hunter2")]
    [InlineData("PASS WORD hunter2")]
    [InlineData("passphrase seven 7")]
    [InlineData("security answer: Rex 1974")]
    [InlineData("answer to the security question is 1974")]
    [InlineData("memorable word banana9")]
    [InlineData("Memorable date 1 May 1974")]
    [InlineData("1974 is the secret answer")]
    public void A_secret_next_to_digits_is_refused(string text) => Assert.True(PinGuard.Refuses(text));

    [Theory]
    [InlineData("")]
    [InlineData("spinning since 2019")]
    [InlineData("in my opinion 3 payments are missing")]
    [InlineData("pinpoint 3 dates; a pin-pointed list of 4")]
    [InlineData("pins and needles since 2019")]
    [InlineData("20 p in coins, 50 p in notes 2026")]
    [InlineData("bypass code 30 on the account")]
    [InlineData("passed 3 checks")]
    [InlineData("The PIN was checked")]
    [InlineData("No password was given")]
    [InlineData("owes £1,234.56 since 23/11/2026")]
    [InlineData("instalments of 250.00 250.00 250.00 250.00 250.00")]
    [InlineData("tax years 2019 2020 2021 2022")]
    [InlineData("tax years 2019-2020 2020-2021")]
    [InlineData("ring 07700 900461 07700 900462 07700 900463")]
    [InlineData("UTR 2234567890 101747696")]
    [InlineData("1097172564 2108834503")]
    [InlineData("NINO WZ587341D")]
    public void Ordinary_text_is_let_through(string text) => Assert.False(PinGuard.Refuses(text));

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("card 4111 1111 1111 1111 ok")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("4111\u20131111 \u2013 1111.1111")]
    [InlineData("4111\u00a01111\u00a01111\u00a01111")]
    [InlineData("3782 822463 10005")]
    [InlineData("4222222222222")]
    [InlineData("6304 0000 0000 0000 000")]
    [InlineData("x4111111111111111x")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("４１１１１１１１１１１１１１１１")]
    [InlineData("ring 07700 900461, card 4111 1111 1111 1111")]
    public void A_payment_card_number_is_refused(string text) => Assert.True(PinGuard.Refuses(text));

    [Theory]
    [InlineData("4111111111111112")]
    [InlineData("411111111111")]
    [InlineData("1111111111111117")]
    public void Other_long_numbers_are_no_payment_card(string text) => Assert.False(PinGuard.Refuses(text));

    [Fact]
    public void Every_card_number_is_refused_solid_in_fours_or_one_by_one() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, 9].Array[11, 17], Gen.Int[0, 2], Gen.Int[0, 3]).Sample((first, rest, size, sign) =>
        {
            var body = $"{first}{string.Concat(rest)}";
            var card = Enumerable.Range(0, 10).Select(check => $"{body}{check}").Single(IsLuhn);
            var group = new[] { 1, 4, 19 }[size];
            string[] signs = ["", " ", "-", "\u2011"];
            var years = card.Chunk(group).All(part => part.Length == 4 && part[0] is '1' or '2');
            Assert.True(PinGuard.Refuses(string.Join(signs[sign], card.Chunk(group).Select(part => new string(part)))) || years, card);
        });

    [Fact]
    public void Dates_side_by_side_are_no_card() =>
        Gen.Select(Gen.Int[0, 9000].Array[2, 4], Gen.Int[0, 3]).Sample((days, form) =>
        {
            string[] forms = ["dd/MM/yyyy", "yyyy-MM-dd", "d-M-yy", "dd.MM.yyyy"];
            Assert.False(PinGuard.Refuses(string.Join(' ', days.Select(day => new DateOnly(2010, 1, 1).AddDays(day).ToString(forms[form])))));
        });

    private static bool IsLuhn(string digits) =>
        digits.Reverse().Select((c, place) => (c - '0') * (place % 2 + 1)).Sum(d => d > 9 ? d - 9 : d) % 10 == 0;
}
