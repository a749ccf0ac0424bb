using System.Text;
using CsCheck;
using VstrsBot.Forms;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Forms;

public sealed class DetailsFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 41, 0, TimeSpan.Zero);
    private static readonly string[] Matters = ["enforcement", "other"];

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["representative"] = "Rita Marsh",
        ["consentToAct"] = "no",
        ["customerName"] = "Invented Customer",
        ["referenceKind"] = "utr",
        ["reference"] = "22345 67890k",
        ["matter"] = "enforcement",
        ["restricted"] = "no",
        ["issue"] = "Hold the summons while a plan is agreed",
        ["callBack"] = "none",
    };

    public static TheoryData<string> FreeText => ["representative", "contact", "customerName", "reference", "matterOther", "restrictions", "issue"];

    [Fact]
    public void A_whole_form_is_read_with_its_reference_normalised()
    {
        var details = Read().Value!.Details;
        Assert.Equal(("Rita Marsh", false, null, "Invented Customer"), (details.Representative, details.ConsentToAct, details.Contact, details.CustomerName));
        Assert.Equal(("utr", "2234567890", "enforcement", null, null), (details.ReferenceKind, details.Reference, details.Matter, details.MatterOther, details.Restrictions));
        Assert.Equal(("Hold the summons while a plan is agreed", "none", null), (details.Issue, details.CallBack, details.CallBackBy));
    }

    [Fact]
    public void All_faults_of_an_empty_form_come_in_one_answer_in_the_order_of_the_form()
    {
        var reading = DetailsFormReader.Read(new Dictionary<string, string>(), Matters, Now);
        Assert.Null(reading.Value);
        Assert.Equal(
            ["representative", "consentToAct", "customerName", "referenceKind", "reference", "matter", "restricted", "issue", "callBack"],
            reading.Faults.Select(fault => fault.Input));
    }

    [Fact]
    public void What_was_typed_is_shown_again_beside_the_faults()
    {
        var reading = Read(("reference", "2234567891"), ("consentToAct", ""), ("issue", ""));
        Assert.Equal(
            ["Select whether the organisation has consent to act", "Check the reference. A UTR is 10 numbers", "Enter what you need the specialist to do"],
            reading.Faults.Select(fault => fault.Words));
        Assert.Equal(("Rita Marsh", "2234567891", "enforcement"), (reading.Shown["representative"], reading.Shown["reference"], reading.Shown["matter"]));
    }

    [Theory]
    [MemberData(nameof(FreeText))]
    public void A_pin_empties_its_own_field_alone_and_is_said_nowhere(string input)
    {
        var reading = Read((input, "PIN 98761"));
        Assert.Null(reading.Value);
        Assert.Equal(PinGuard.Refusal, Assert.Single(reading.Faults, fault => fault.Input == input).Words);
        Assert.DoesNotContain(reading.Shown.Values.Concat(reading.Faults.Select(f => f.Words)), text => text.Contains("98761", StringComparison.Ordinal));
        Assert.Equal(Good.Count - (Good.ContainsKey(input) ? 1 : 0), reading.Shown.Count(shown => shown.Value.Length > 0));
    }

    [Fact]
    public void A_thirteen_digit_taxpayer_reference_is_no_payment_card()
    {
        Assert.True(PinGuard.Refuses("401 22345 67890"));
        Assert.Equal("2234567890", Read(("reference", "401 22345 67890")).Value!.Details.Reference);
        Assert.Null(Read(("reference", "401 22345 67890"), ("referenceKind", "other")).Value);
    }

    [Fact]
    public void Contact_details_are_required_with_consent_and_discarded_without()
    {
        Assert.Equal(("contact", "Enter the representative's contact details"), Single(Read(("consentToAct", "yes"))));
        Assert.Equal("07700 900999", Read(("consentToAct", "yes"), ("contact", " 07700 900999 ")).Value!.Details.Contact);

        var without = Read(("contact", "07700 900999")).Value!;
        Assert.True(without.ContactDiscarded);
        Assert.Null(without.Details.Contact);
        Assert.False(Read().Value!.ContactDiscarded);
        Assert.False(Read(("consentToAct", "yes"), ("contact", "07700 900999")).Value!.ContactDiscarded);
    }

    [Fact]
    public void Restrictions_are_required_if_yes_and_not_kept_if_no()
    {
        Assert.Equal(("restrictions", "Enter the restrictions"), Single(Read(("restricted", "yes"), ("restrictions", " \n "))));
        Assert.Equal("Current debt only.\nNo history.", Read(("restricted", "yes"), ("restrictions", "Current debt only.\r\nNo history.")).Value!.Details.Restrictions);
        Assert.Null(Read(("restrictions", "left over")).Value!.Details.Restrictions);
    }

    [Fact]
    public void Another_matter_is_required_in_words_and_kept_only_then()
    {
        Assert.Equal(("matterOther", "Enter what the customer authorised"), Single(Read(("matter", "other"))));
        Assert.Equal("A gift", Read(("matter", "other"), ("matterOther", "A gift")).Value!.Details.MatterOther);
        Assert.Null(Read(("matterOther", "left over")).Value!.Details.MatterOther);
    }

    [Theory]
    [InlineData("consentToAct", "true")]
    [InlineData("restricted", "Yes")]
    [InlineData("matter", "Enforcement")]
    [InlineData("referenceKind", "pid")]
    [InlineData("callBack", "tomorrow")]
    public void A_choice_outside_its_list_is_a_fault_and_not_shown_again(string input, string value)
    {
        var reading = Read((input, value));
        Assert.Equal(input, Assert.Single(reading.Faults).Input);
        Assert.False(reading.Shown.ContainsKey(input));
    }

    [Theory]
    [InlineData("representative", 200, "Representative's name must be 200 characters or fewer")]
    [InlineData("issue", 1000, "What you need the specialist to do must be 1,000 characters or fewer")]
    public void A_text_has_its_longest_and_what_is_over_can_be_shortened(string input, int most, string words)
    {
        Assert.NotNull(Read((input, new string('a', most))).Value);
        var reading = Read((input, new string('a', most + 1)));
        Assert.Equal((input, words), Single(reading));
        Assert.Equal(most + 1, reading.Shown[input].Length);
    }

    [Fact]
    public void Huge_text_is_a_fault_and_does_not_come_back()
    {
        var reading = Read(("issue", new string('9', 200_000)));
        Assert.Equal("issue", Single(reading).Input);
        Assert.False(reading.Shown.ContainsKey("issue"));
    }

    [Fact]
    public void Control_and_direction_characters_go_and_a_name_stays_on_one_line()
    {
        var details = Read(("representative", "Rita\u202e\r\nMarsh\u0000\u200b"), ("issue", "One\u0007\ttwo\r\n\u2066three\u2069"), ("reference", "\u202d2234\u200b567890\u202c")).Value!.Details;
        Assert.Equal(("Rita Marsh", "One two\nthree", "2234567890"), (details.Representative, details.Issue, details.Reference));
        Assert.Equal("representative", Single(Read(("representative", "\u200b\u202e"))).Input);
    }

    [Fact]
    public void Fields_of_no_form_are_ignored() => Assert.NotNull(Read(("pin", "1234"), ("seesId", "QX-42"), ("__proto__", "x")).Value);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[\"x\"]")]
    [InlineData("{\"a\":1}")]
    [InlineData("true")]
    [InlineData("12345678901234567890e9")]
    public void Another_type_of_json_is_a_fault_and_never_an_exception(string json)
    {
        foreach (var input in Good.Keys.Where(input => input is not ("representative" or "customerName" or "issue")))
        {
            var data = string.Join(',', Good.Select(field => $"\"{field.Key}\":{(field.Key == input ? json : $"\"{field.Value}\"")}"));
            var body = $$"""{ "type":"invoke","name":"adaptiveCard/action","value":{ "action":{ "type":"Action.Execute","verb":"sendDetails","data":{ {{data}} } } } }""";
            Assert.True(CardAction.TryRead(ActivityJson.TryRead(Encoding.UTF8.GetBytes(body))!, out var action, out _));
            Assert.Contains(DetailsFormReader.Read(action.Data, Matters, Now).Faults, fault => fault.Input == input);
        }
    }

    [Fact]
    public void Anything_typed_anywhere_is_read_or_refused()
    {
        var field = Gen.Select(Gen.Int[0, 20], Gen.String);
        Gen.Select(field, field, field).Sample((a, b, c) =>
        {
            string[] ids = [.. Good.Keys, "contact", "matterOther", "restrictions", "callBackBy", "alien"];
            var reading = Read([.. new[] { a, b, c }.Select(typed => (ids[typed.Item1 % ids.Length], typed.Item2))]);
            Assert.Equal(reading.Value is null, reading.Faults.Count > 0);
        });
    }

    private static FormReading<DetailsRequest> Read(params (string Input, string Value)[] changes)
    {
        var inputs = new Dictionary<string, string>(Good, StringComparer.Ordinal);
        foreach (var (input, value) in changes)
            inputs[input] = value;
        return DetailsFormReader.Read(inputs, Matters, Now);
    }

    private static (string Input, string Words) Single(FormReading<DetailsRequest> reading)
    {
        var fault = Assert.Single(reading.Faults);
        return (fault.Input, fault.Words);
    }
}
