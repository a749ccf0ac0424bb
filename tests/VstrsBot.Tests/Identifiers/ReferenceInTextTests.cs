using CsCheck;
using VstrsBot.Handoffs;
using VstrsBot.Identifiers;
using Xunit;

namespace VstrsBot.Tests.Identifiers;

public sealed class ReferenceInTextTests
{
    [Theory]
    [InlineData("please look at WZ 58 73 41 D today")]
    [InlineData("it is wz587341d, she says")]
    [InlineData("nino:AA111111A")]
    [InlineData("(CS 100700 A)")]
    [InlineData("utr 2234567890.")]
    [InlineData("Her UTR is 22345 67890!")]
    [InlineData("utr=2234567890")]
    [InlineData("2234567890K please")]
    [InlineData("ref/1097172564")]
    [InlineData("2 2 3 4 5 6 7 8 9 0")]
    [InlineData("２２３４５６７８９０")]
    [InlineData("22345\u00a067890")]
    [InlineData("223\u200b4567890")]
    [InlineData("VAT number GB 101 7476 96 here")]
    [InlineData("101747641")]
    [InlineData("first line\r\n123PW12345678\r\nlast line")]
    [InlineData("accounts office 450 PE 00923437 2404")]
    [InlineData("employer \"123/AB456\"")]
    [InlineData("paye 123 / a246, thanks")]
    [InlineData("961/1234567")]
    [InlineData("ring 07700 900461 about 2234567890")]
    [InlineData("since 23/11/2026 2234567890")]
    public void Each_kind_is_seen_in_what_people_write(string said) => Assert.True(CustomerReference.IsIn(said));

    [Theory]
    [InlineData("")]
    [InlineData("accept K7F3")]
    [InlineData("K7F3 2345 and 6789")]
    [InlineData("ring me on 07700 900461")]
    [InlineData("ring 07700 90 04 61 or 07700 900 462")]
    [InlineData("+44 7700 900461")]
    [InlineData("0044 7700 900461")]
    [InlineData("(0161) 496 0123")]
    [InlineData("back at 10:42am on 23 November 2026")]
    [InlineData("23/11/2026 10:42, 23-11-2026 1042 and 2026-11-23 1042")]
    [InlineData("he earns at 120000 a year")]
    [InlineData("at 120,000 a year")]
    [InlineData("she owes £1 097 172 564.00, or £2,500.00")]
    [InlineData("open 24/7, pressure 120/80, £500/month, 365/year")]
    [InlineData("QX-42 7781")]
    [InlineData("I am on the phone with the charity, can you take it?")]
    [InlineData("1234567890 and QQ123456C are only examples")]
    public void Ordinary_sentences_are_let_through(string said) => Assert.False(CustomerReference.IsIn(said));

    [Fact]
    public void No_handoff_number_phone_number_date_or_time_is_one()
    {
        var numbers = Gen.Int[0, 1_000_000].Select(seed => HandoffId.Next(new Random(seed).Next).Value);
        var phones = Gen.Select(OneOf("07700 900{0:000}", "+44 7700 900{0:000}", "+447700900{0:000}", "0161 496 0{0:000}", "01632 960 {0:000}", "020 7946 0{0:000}"), Gen.Int[0, 999])
            .Select((form, last) => string.Format(form, last));
        var dates = Gen.Select(OneOf("d MMMM yyyy", "dd/MM/yyyy HH:mm", "yyyy-MM-dd HH:mm", "dd.MM.yyyy HH.mm", "d-M-yy", "dd MM yyyy"), Gen.Int[0, 3000 * 1440])
            .Select((form, minutes) => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minutes).ToString(form));

        Gen.OneOf(numbers, phones, dates).Sample(said => Assert.False(CustomerReference.IsIn($"about {said} then")), iter: 5000);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}
