using CsCheck;
using VstrsBot.Identifiers;
using Xunit;

namespace VstrsBot.Tests.Identifiers;

/// <summary>Made-up references: the one with the right check digit passes, and one changed digit does not.</summary>
public sealed class CheckDigitTests
{
    private static readonly Gen<int[]> Nine = Gen.Int[0, 9].Array[9];

    [Fact]
    public void One_first_digit_in_ten_makes_a_unique_taxpayer_reference() => Nine.Sample(rest =>
        Assert.Single(Enumerable.Range(0, 10), first => UniqueTaxpayerReference.Read($"{first}{string.Concat(rest)}") is not null));

    [Fact]
    public void One_changed_digit_spoils_a_unique_taxpayer_reference() =>
        Gen.Select(Nine, Gen.Int[1, 9], Gen.Int[1, 9]).Sample((rest, at, by) =>
        {
            var right = Enumerable.Range(0, 10).Select(first => $"{first}{string.Concat(rest)}").Single(text => UniqueTaxpayerReference.Read(text) is not null);
            var wrong = Changed(right, at, by);

            // Two remainders share the check digits 1 and 2, so the sum tells 9 of 11 remainders apart.
            Assert.True(UniqueTaxpayerReference.Read(wrong) is null || right[0] is '1' or '2');
        });

    [Fact]
    public void One_changed_digit_spoils_a_vat_registration_number() =>
        Gen.Select(Gen.Int[0, 9].Array[7], Gen.Bool, Gen.Int[0, 6], Gen.Int[1, 9]).Sample((digits, old, at, by) =>
        {
            int[] weights = [8, 7, 6, 5, 4, 3, 2];
            var sum = digits.Zip(weights, (digit, weight) => digit * weight).Sum() + (old ? 0 : 55);
            var right = $"{string.Concat(digits)}{(sum > 0 && sum % 97 == 0 ? 0 : 97 - (sum % 97)):00}";

            Assert.Equal(right, VatRegistrationNumber.Read($"GB {right}"));

            // Within one series: a changed digit moves the sum by at most 72, never by 97. Between the series it may move it by 55 or 42.
            var moved = Math.Abs(Changed(right, at, by)[at] - right[at]) * weights[at];
            Assert.True(VatRegistrationNumber.Read(Changed(right, at, by)) is null || moved is 55 or 42);
        });

    [Fact]
    public void One_letter_in_all_makes_an_accounts_office_reference() =>
        Gen.Select(Gen.Int[0, 960], Gen.Int[0, 99_999_999]).Sample((office, number) => Assert.Single(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ", letter => AccountsOfficeReference.Read($"{office:000}P{letter}{number:00000000}") is not null));

    [Fact]
    public void One_changed_digit_spoils_an_accounts_office_reference() =>
        Gen.Select(Gen.Int[0, 960], Gen.Int[0, 99_999_999], Gen.Int[5, 12], Gen.Int[1, 9]).Sample((office, number, at, by) =>
        {
            var right = "ABCDEFGHJKLMNPQRSTVWXYZ".Select(letter => $"{office:000}P{letter}{number:00000000}").Single(text => AccountsOfficeReference.Read(text) is not null);
            Assert.Null(AccountsOfficeReference.Read(Changed(right, at, by)));
        });

    private static string Changed(string text, int at, int by) => string.Concat(text.AsSpan(0, at), $"{(text[at] - '0' + by) % 10}", text.AsSpan(at + 1));
}
