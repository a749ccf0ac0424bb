using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using VstrsBot.Telemetry;
using VstrsBot.Tests.Support;
using VstrsBot.Tests.Telemetry;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>OB1: what leaves by OTLP, read out of the stream; and what never does.</summary>
[Collection(Alone.Name)]
public sealed class OB1_TelemetryTests
{
    [Fact]
    public Task A_handoff_is_timed_from_the_post_to_the_banner_gone() => Exported.PlayAsync(async (desk, otlp) =>
    {
        var asked = desk.Time.GetUtcNow();
        await desk.PostUnsentAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        await desk.SendAsync();
        await desk.SendDetailsAsync();

        await desk.Priya.PressNewestAsync("Accept");
        var claimed = desk.Time.GetUtcNow();
        await desk.SettleAsync();
        await desk.CheckAsync(Desk.Code);
        await desk.TakeQuietlyAsync();
        var live = desk.Time.GetUtcNow();
        await desk.SettleAsync();

        await desk.Tom.PressNewestAsync("The whole call has ended");
        desk.Time.Advance(TimeSpan.FromSeconds(3));
        await desk.SendAsync();
        desk.Export();

        Assert.Equal((1, 2), otlp.Metric("vstrs.post_to_ping")[""]);
        Assert.Equal((1, (claimed - asked).TotalSeconds), otlp.Metric("vstrs.ping_to_claim")[""]);
        Assert.Equal((1, (live - claimed).TotalSeconds), otlp.Metric("vstrs.claim_to_live")[""]);
        var gone = otlp.Metric("vstrs.end_to_banner_gone");
        Assert.Equal(["surface=adviser", "surface=channel", "surface=specialist"], gone.Keys.Order());
        Assert.All(gone.Values, banner => Assert.Equal((1, 3), banner));
        Assert.Equal(1, otlp.Metric("vstrs.handoffs.posted")[""].Value);
        Assert.Equal(1, otlp.Metric("vstrs.handoffs.ended")["live=true, reason=EndedByAdviser"].Value);
    });

    [Fact]
    public Task What_is_owed_is_counted_by_urgency_and_age() => Exported.PlayAsync(async (desk, otlp) =>
    {
        var ages = desk.Parts.GetRequiredService<OwedAges>();
        await desk.PostUnsentAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(70));
        await ages.LookAsync(CancellationToken.None);
        desk.Export();
        Assert.Equal(1, otlp.Metric("vstrs.owed")["age=under 5 min, urgency=Ping"].Value);
        Assert.Equal(70, otlp.Metric("vstrs.owed.oldest")["urgency=Ping"].Value);

        await desk.SettleAsync();
        await ages.LookAsync(CancellationToken.None);
        desk.Export();
        Assert.All(otlp.Metric("vstrs.owed").Values, count => Assert.Equal(0, count.Value));
    });

    [Fact]
    public Task Renewals_that_did_not_happen_are_counted_and_those_in_time_are_not() => Exported.PlayAsync(async (desk, otlp) =>
    {
        await desk.LiveAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(4));
        desk.Export();
        Assert.True(otlp.Metric("vstrs.renewals")[""].Value >= 3);
        Assert.Equal(0, otlp.Metric("vstrs.renewals.missed")[""].Value);

        desk.Time.Advance(TimeSpan.FromSeconds(130));
        await desk.SettleAsync();
        desk.Export();
        Assert.InRange(otlp.Metric("vstrs.renewals.missed")[""].Value, 1, 2);

        desk.Time.Advance(TimeSpan.FromMinutes(5));
        await desk.SettleAsync();
        desk.Export();
        Assert.Equal(1, otlp.Metric("vstrs.handoffs.ended")["live=true, reason=LeaseLapsed"].Value);
        Assert.InRange(otlp.Metric("vstrs.renewals.missed")[""].Value, 3, 4);
    });

    [Fact]
    public Task Calls_that_are_turned_away_are_counted() => Exported.PlayAsync(async (desk, otlp) =>
    {
        using var anybody = new HttpClient();
        await anybody.PostAsync(desk.Endpoint, new StringContent("{}", null, "application/json"));
        desk.Export();
        Assert.Equal(1, otlp.Metric("teams.calls.refused")["reason=Token, status=401"].Value);
        Assert.Contains(otlp.Logs, line => line.Words == "A call to the bot was refused: 401 Token");
    });

    [Fact]
    public Task Spans_name_what_was_done_and_carry_what_is_on_the_list_and_nothing_else() => Exported.PlayAsync(async (desk, otlp) =>
    {
        await desk.LiveAsync();
        await desk.EndAsync();
        desk.Export();

        string[] expected = ["POST /api/messages", "handoff Post", "handoff Claim", "handoff EndCall", "send Ping", "send Authority", "PUT"];
        Assert.Empty(expected.Except(otlp.Spans.Select(span => span.Name)));
        Assert.Empty(otlp.Spans.SelectMany(span => span.Attributes.Keys).Distinct().Except(AllowedTags.Names));
    });

    [Fact]
    public Task Nobody_and_nothing_about_a_customer_leaves_by_telemetry() => Exported.PlayAsync(async (desk, otlp) =>
    {
        var number = await desk.LiveAsync();
        await desk.Priya.PressNewestAsync("Show details");
        await desk.EndAsync();
        await desk.StepAsync(TimeSpan.FromMinutes(2));
        desk.Export();

        var everything = otlp.Raw("traces", "metrics", "logs");
        Assert.All(["traces", "metrics", "logs"], signal => Assert.True(otlp.Raw(signal).Length > 100, $"There were no {signal}."));
        string[] people = [.. desk.Teams.Tenant.People.SelectMany(person => new[] { person.Name, person.Mri, person.ObjectId.ToString() })];
        string[] places = [desk.Teams.Tenant.DmbChannelId, .. desk.Teams.Tenant.Messages.Select(message => message.ConversationId)];
        string[] typed = [.. Typed.Canaries, Desk.Code, "QX427781", "07700 900461", desk.Teams.Options.TenantId, desk.Teams.Options.ClientSecret];
        Assert.DoesNotContain(people.Concat(places).Concat(typed).Distinct(), text => everything.Contains(text, StringComparison.OrdinalIgnoreCase));
        // A handoff number is a reference that logs may hold; metrics and traces need none.
        Assert.DoesNotContain(number, otlp.Raw("traces", "metrics"));
    });

    [Fact]
    public Task Nothing_is_exported_unless_an_address_is_set() => Desk.PlayAsync(async desk =>
    {
        await desk.LiveAsync();
        Assert.Null(desk.Parts.GetService<MeterProvider>());
        await desk.EndAsync();
    });
}
