using Xunit;

namespace VstrsBot.Tests.Journeys.Intake;

/// <summary>IN2: contact details are kept only with consent to act.</summary>
public sealed class IN2_ConsentTests
{
    [Fact]
    public Task With_consent_the_contact_details_are_kept_for_the_verified_specialist() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.SendDetailsAsync();
        Assert.DoesNotContain("not kept", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Typed.Contact, (await desk.StoredDetailsAsync(number))!.Contact);

        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        Assert.Contains(Typed.Contact, (await desk.Priya.PressNewestAsync("Show details")).Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Without_consent_they_are_discarded_and_the_answer_says_so() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.SendDetailsAsync(changed: ("consentToAct", "no"));
        Assert.Contains("contact details were not kept: the organisation has no consent to act", answer.Text, StringComparison.Ordinal);
        Assert.Null((await desk.StoredDetailsAsync(number))!.Contact);
        Assert.DoesNotContain(Typed.Contact, (await desk.Tom.PressNewestAsync("Change details")).Card!.ToJsonString(), StringComparison.Ordinal);

        await desk.AcceptAsync();
        await desk.CheckAsync(Desk.Code);
        Assert.DoesNotContain(Typed.Contact, (await desk.Priya.PressNewestAsync("Show details")).Card!.ToJsonString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Without_consent_and_without_contact_details_nothing_is_said_of_them() => Desk.PlayAsync(async desk =>
    {
        await desk.PostAsync();
        Assert.DoesNotContain("not kept", (await desk.SendDetailsAsync(changed: [("consentToAct", "no"), ("contact", " ")])).Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task With_consent_the_contact_details_are_asked_for_and_consent_itself_has_no_default() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var answer = await desk.SendDetailsAsync(changed: ("contact", ""));
        Assert.Contains("Enter the representative's contact details", answer.Text, StringComparison.Ordinal);
        answer = await desk.SendDetailsAsync(changed: ("consentToAct", ""));
        Assert.Contains("Select whether the organisation has consent to act", answer.Text, StringComparison.Ordinal);
        Assert.Null(await desk.StoredDetailsAsync(number));
    });

    [Fact]
    public Task A_later_No_takes_away_what_an_earlier_Yes_kept() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.PostAsync();
        var form = desk.Tom.Newest("Send details");
        await desk.SendDetailsAsync();
        await desk.Tom.PressAsync(form, "Send details", Typed.Part2(("consentToAct", "no")));
        await desk.SettleAsync();
        Assert.Null((await desk.StoredDetailsAsync(number))!.Contact);
    });
}
