using VstrsBot.Identifiers;
using Xunit;

namespace VstrsBot.Tests.Identifiers;

public sealed class CustomerReferenceTests
{
    [Theory]
    [InlineData("WZ587341D")]
    [InlineData("CS100700A")]
    [InlineData("AA111111A")]
    [InlineData("wz 58 73 41 d")]
    [InlineData("WZ-58-73-41-D")]
    public void A_national_insurance_number_is_accepted_as_people_write_it(string typed) => Accepts(ReferenceKind.NationalInsuranceNumber, typed);

    [Theory]
    [InlineData("QQ123456C")]
    [InlineData("AO123456C")]
    [InlineData("GB123456C")]
    [InlineData("AB123456E")]
    [InlineData("AB12345C")]
    [InlineData("WZ587341")]
    public void A_national_insurance_number_of_the_wrong_shape_is_refused(string typed) => Refuses(ReferenceKind.NationalInsuranceNumber, typed);

    [Theory]
    [InlineData("2234567890")]
    [InlineData("2234567890K")]
    [InlineData("K2234567890")]
    [InlineData("1097172564")]
    [InlineData("2108834503")]
    [InlineData("6233991105")]
    [InlineData("3282497350")]
    [InlineData("22345 67890")]
    public void A_unique_taxpayer_reference_with_its_check_digit_is_accepted(string typed) => Accepts(ReferenceKind.UniqueTaxpayerReference, typed);

    [Theory]
    [InlineData("1234567890")]
    [InlineData("2955839661")]
    [InlineData("5550000621")]
    [InlineData("223456789")]
    [InlineData("K2234567890K")]
    public void A_unique_taxpayer_reference_with_another_check_digit_is_refused(string typed) => Refuses(ReferenceKind.UniqueTaxpayerReference, typed);

    [Theory]
    [InlineData("101747696")]
    [InlineData("101747641")]
    [InlineData("000000097")]
    [InlineData("GB 101 7476 96")]
    public void A_vat_registration_number_of_either_series_is_accepted(string typed) => Accepts(ReferenceKind.VatRegistrationNumber, typed);

    [Theory]
    [InlineData("123456789")]
    [InlineData("10174769")]
    public void A_vat_registration_number_that_fits_neither_series_is_refused(string typed) => Refuses(ReferenceKind.VatRegistrationNumber, typed);

    [Theory]
    [InlineData("123PW12345678")]
    [InlineData("450PE00923437")]
    [InlineData("450PA0096437K")]
    [InlineData("853PW0076584X")]
    [InlineData("961PA0045782X")]
    [InlineData("123 PW 12345678 2404")]
    public void An_accounts_office_reference_with_its_check_letter_is_accepted(string typed) => Accepts(ReferenceKind.AccountsOfficeReference, typed);

    [Theory]
    [InlineData("120PA12697495")]
    [InlineData("846PT00568772")]
    [InlineData("123PX00123456")]
    [InlineData("123PX0012345X")]
    public void An_accounts_office_reference_with_another_check_letter_is_refused(string typed) => Refuses(ReferenceKind.AccountsOfficeReference, typed);

    [Theory]
    [InlineData("123/AB456")]
    [InlineData("123/a")]
    public void An_employer_paye_reference_is_an_office_a_slash_and_a_reference(string typed) => Accepts(ReferenceKind.EmployerPayeReference, typed);

    [Theory]
    [InlineData("123AB456")]
    [InlineData("123/AB/456")]
    [InlineData("12/AB456")]
    [InlineData("123/ABCDEFGHIJK")]
    public void An_employer_paye_reference_of_another_shape_is_refused(string typed) => Refuses(ReferenceKind.EmployerPayeReference, typed);

    [Theory]
    [InlineData(nameof(ReferenceKind.NationalInsuranceNumber), " wz\u00a058\u201173 41 d ", "WZ587341D")]
    [InlineData(nameof(ReferenceKind.UniqueTaxpayerReference), "22345\u00a067890", "2234567890")]
    [InlineData(nameof(ReferenceKind.UniqueTaxpayerReference), "223-456-7890k", "2234567890")]
    [InlineData(nameof(ReferenceKind.UniqueTaxpayerReference), "123 22345 67890", "2234567890")]
    [InlineData(nameof(ReferenceKind.VatRegistrationNumber), "gb101-7476-96", "101747696")]
    [InlineData(nameof(ReferenceKind.AccountsOfficeReference), "450pa 0096437k", "450PA0096437K")]
    [InlineData(nameof(ReferenceKind.EmployerPayeReference), " 123 / ab-456 ", "123/AB456")]
    [InlineData(nameof(ReferenceKind.Other), " Claim 17, north ", "Claim 17, north")]
    public void A_reference_is_normalised_and_nothing_else_is_changed(string kind, string typed, string value) =>
        Assert.Equal(value, CustomerReference.Read(Enum.Parse<ReferenceKind>(kind), typed).Reference?.Value);

    [Theory]
    [InlineData(nameof(ReferenceKind.UniqueTaxpayerReference), "22345678O0")]
    [InlineData(nameof(ReferenceKind.UniqueTaxpayerReference), "２２３４５６７８９０")]
    [InlineData(nameof(ReferenceKind.VatRegistrationNumber), "1017476g6")]
    [InlineData(nameof(ReferenceKind.NationalInsuranceNumber), "WZ58734lD")]
    [InlineData(nameof(ReferenceKind.NationalInsuranceNumber), "")]
    [InlineData(nameof(ReferenceKind.Other), "more than forty characters, which no reference of any kind has")]
    public void What_looks_like_another_character_is_never_corrected(string kind, string typed) => Refuses(Enum.Parse<ReferenceKind>(kind), typed);

    [Fact]
    public void What_to_say_names_the_format_and_never_the_value()
    {
        Assert.Equal("Check the reference. A UTR is 10 numbers", CustomerReference.Read(ReferenceKind.UniqueTaxpayerReference, "1234567890").Fault);
        Assert.Equal("Enter a National Insurance number in the correct format", CustomerReference.Read(ReferenceKind.NationalInsuranceNumber, "QQ123456C").Fault);
        Assert.Equal("(UniqueTaxpayerReference)", CustomerReference.Read(ReferenceKind.UniqueTaxpayerReference, "2234567890").Reference!.ToString());
    }

    private static void Accepts(ReferenceKind kind, string typed) => Assert.NotNull(CustomerReference.Read(kind, typed).Reference);

    private static void Refuses(ReferenceKind kind, string typed)
    {
        var (reference, fault) = CustomerReference.Read(kind, typed);
        Assert.Null(reference);
        Assert.NotEmpty(fault!);
    }
}
