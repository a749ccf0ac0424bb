using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>G20: keys come and go at the issuer while the bot runs, and the issuer may be away.</summary>
public sealed class G20_KeyRolloverTests : Door
{
    [Fact]
    public async Task A_new_key_is_believed_within_a_minute_of_the_start()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Issuer.Keys = [SigningKey.First.Published("msteams"), SigningKey.Second.Published("msteams")];

        Assert.Equal(401, await CallAsync(SigningKey.Second));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await CallAsync(SigningKey.Second));
    }

    [Fact]
    public async Task A_new_key_is_believed_within_half_a_minute_of_an_attempt_to_hold_it_up()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(401, await CallAsync(SigningKey.Third)); // nobody's key: the issuer was just asked
        Issuer.Keys = [SigningKey.Second.Published("msteams")];

        Assert.Equal(401, await CallAsync(SigningKey.Second));
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, await CallAsync(SigningKey.Second));
    }

    [Fact]
    public async Task A_new_key_is_believed_at_once_when_nobody_asked_lately()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Issuer.Keys = [SigningKey.Second.Published("msteams")];
        Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(200, await CallAsync(SigningKey.Second));
    }

    [Fact]
    public async Task A_key_taken_back_is_refused_within_five_minutes()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Issuer.Keys = [SigningKey.Second.Published("msteams")];
        Time.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task A_busy_bot_refuses_a_key_taken_back_after_a_minute()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Issuer.Keys = [SigningKey.Second.Published("msteams")];
        Time.Advance(TimeSpan.FromMinutes(1));

        // The call that finds the copy old is answered by it; those after the fetch it caused are not. No more time passes.
        var status = 200;
        for (var call = 0; call < 10_000 && status == 200; call++) status = await CallAsync(SigningKey.First);

        Assert.Equal(401, status);
        Assert.Equal(200, await CallAsync(SigningKey.Second));
    }

    [Fact]
    public async Task A_busy_bot_asks_again_every_minute_without_keeping_anybody_waiting()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Time.Advance(TimeSpan.FromMinutes(1));
        Issuer.Hangs = true;

        Assert.Equal(200, await CallAsync(SigningKey.First));
        await Issuer.SomebodyHangsAsync(Stop);
    }

    [Fact]
    public async Task Tokens_with_unknown_keys_cause_at_most_two_fetches_a_minute_of_both_documents_together()
    {
        // Past the hour in which the address of the keys is read anew, and with the issuer failing for a while.
        for (var second = 0; second < 3800; second += 2)
        {
            (Issuer.KeysFail, Issuer.MetadataFails) = (second is > 300 and < 600, second is > 900 and < 1200);
            await CallAsync(SigningKey.Second);
            Time.Advance(TimeSpan.FromSeconds(2));
        }

        var asked = Issuer.Asked;
        Assert.InRange(Issuer.KeyFetches.Count, 60, asked.Count);
        Assert.All(asked, first => Assert.InRange(asked.Count(other => other >= first && other < first.AddMinutes(1)), 1, 2));
    }

    [Fact]
    public async Task An_issuer_that_is_down_at_the_start_is_asked_again()
    {
        Issuer.MetadataFails = true;
        Assert.Equal(401, await CallAsync(SigningKey.First));
        Issuer.MetadataFails = false;
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(200, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_at_the_start_let_nobody_in()
    {
        Issuer.KeysFail = true;

        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task An_issuer_that_goes_away_leaves_the_last_keys_standing_for_a_day()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Issuer.KeysFail = true;

        Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task An_issuer_that_hangs_costs_every_caller_the_same_five_seconds()
    {
        Issuer.Hangs = true;
        var calls = Enumerable.Range(0, 5).Select(_ => CallAsync(SigningKey.First)).ToList();
        await Issuer.SomebodyHangsAsync(Stop);
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.All(await Task.WhenAll(calls), status => Assert.Equal(401, status));
    }

    [Fact]
    public async Task An_issuer_that_hangs_at_the_start_is_asked_again()
    {
        Issuer.Hangs = true;
        var first = CallAsync(SigningKey.First);
        await Issuer.SomebodyHangsAsync(Stop);
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(401, await first);
        Assert.Equal(401, await CallAsync(SigningKey.First)); // at once: nothing moves the clock

        Issuer.Hangs = false;
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task Somebody_with_an_unknown_key_keeps_nobody_else_waiting_while_the_issuer_hangs()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Time.Advance(TimeSpan.FromMinutes(2));
        Issuer.Hangs = true;
        var unknown = CallAsync(SigningKey.Second);
        await Issuer.SomebodyHangsAsync(Stop);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CallAsync(SigningKey.First))), status => Assert.Equal(200, status));
        Assert.False(unknown.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(401, await unknown);
    }

    [Fact]
    public async Task Nobody_waits_again_for_an_issuer_that_did_not_answer()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Time.Advance(TimeSpan.FromMinutes(5));
        Issuer.Hangs = true;
        var first = CallAsync(SigningKey.First);
        await Issuer.SomebodyHangsAsync(Stop);
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, await first);

        Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, await CallAsync(SigningKey.First)); // the issuer still hangs, and nothing moves the clock
    }

    [Fact]
    public async Task After_a_quiet_weekend_the_first_call_is_let_in_though_the_last_fetch_before_it_had_failed()
    {
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Issuer.KeysFail = true;
        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(200, await CallAsync(SigningKey.First));

        Issuer.KeysFail = false;
        Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(200, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task Keys_for_another_algorithm_are_not_used()
    {
        Issuer.Algorithms = ["RS512"];

        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task Keys_at_an_unsafe_address_are_not_fetched()
    {
        Issuer.KeysElsewhere = "http://keys.example/v1/.well-known/keys";

        Assert.Equal(401, await CallAsync(SigningKey.First));
        Assert.Contains("InvalidDataException", Logs.Ours[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_whose_certificate_has_run_out_is_refused()
    {
        Issuer.Keys = [SigningKey.First.PublishedWithCertificate(Time.GetUtcNow().AddDays(-30), Time.GetUtcNow().AddMinutes(-6))];
        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task A_key_whose_certificate_has_not_begun_is_refused()
    {
        Issuer.Keys = [SigningKey.First.PublishedWithCertificate(Time.GetUtcNow().AddMinutes(6), Time.GetUtcNow().AddDays(30))];
        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task A_key_with_a_good_certificate_is_used()
    {
        Issuer.Keys = [SigningKey.First.PublishedWithCertificate(Time.GetUtcNow().AddDays(-30), Time.GetUtcNow().AddDays(30))];
        Assert.Equal(200, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task A_key_shorter_than_2048_bits_is_refused()
    {
        Issuer.Keys = [SigningKey.Short.Published("msteams")];
        Assert.Equal(401, await CallAsync(SigningKey.Short));
    }

    [Fact]
    public async Task A_key_for_encryption_is_refused()
    {
        var key = SigningKey.First.Published("msteams");
        key["use"] = "enc";
        Issuer.Keys = [key];
        Assert.Equal(401, await CallAsync(SigningKey.First));
    }

    [Fact]
    public async Task One_unreadable_key_does_not_hide_the_others()
    {
        var key = SigningKey.Second.Published("msteams");
        key["x5c"] = new System.Text.Json.Nodes.JsonArray("not a certificate");
        Issuer.Keys = [key, SigningKey.First.Published("msteams")];
        Assert.Equal(200, await CallAsync(SigningKey.First));
        Assert.Equal(401, await CallAsync(SigningKey.Second));
    }

    private async Task<int> CallAsync(SigningKey key) => (await PostAsync(Said.Message(), $"Bearer {Token().SignedBy(key)}")).Status;
}
