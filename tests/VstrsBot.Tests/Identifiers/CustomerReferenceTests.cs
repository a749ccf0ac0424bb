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
    [InlineData("please look at WZ 58 73 41 D today", true)]
    [InlineData("utr 2234567890.", true)]
    [InlineData("ring me on 07700 900461", false)]
    [InlineData("accept K7F3", false)]
    public void A_valid_reference_in_a_chat_message_is_seen(string said, bool holds) => Assert.Equal(holds, CustomerReference.IsIn(said));

    private static void Accepts(ReferenceKind kind, string typed) => Assert.NotNull(CustomerReference.Read(kind, typed).Reference);

    private static void Refuses(ReferenceKind kind, string typed)
    {
        var (reference, fault) = CustomerReference.Read(kind, typed);
        Assert.Null(reference);
        Assert.NotEmpty(fault!);
    }
}
