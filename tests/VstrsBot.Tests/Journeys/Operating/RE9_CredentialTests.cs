using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TeamsStandIn.Faults;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Settings;
using VstrsBot.Tests.Support;
using VstrsBot.Tests.Telemetry;
using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>RE9: a credential near its end warns at 30, 7 and 1 days; a token that cannot be had raises an alert and fails <c>doctor</c>; the health addresses do not change.</summary>
[Collection(Alone.Name)]
public sealed class RE9_CredentialTests
{
    [Fact]
    public Task A_secret_warns_once_at_30_7_and_1_days_and_when_it_has_run_out() => Exported.PlayAsync(
        async (desk, otlp) =>
        {
            var watch = desk.Parts.GetRequiredService<CredentialWatch>();
            List<(int Day, string Line)> said = [];
            for (var day = 0; day <= 42; day++)
            {
                var before = desk.Logged.Count;
                await watch.LookAsync(CancellationToken.None);
                await watch.LookAsync(CancellationToken.None);
                said.AddRange(desk.Logged.Skip(before).Where(line => line.Contains("credential", StringComparison.Ordinal)).Select(line => (day, line)));
                desk.Time.Advance(TimeSpan.FromDays(1));
            }

            desk.Export();
            Assert.Equal([9, 32, 38, 40], said.Select(line => line.Day));
            Assert.Equal(["in 30 days", "in 7 days", "in 1 days", "has run out"], said.Select(line => line.Line.Split("runs out ", 2) is [_, var rest] ? string.Join(' ', rest.Split(' ', '.').Take(3)) : "has run out"));
            Assert.StartsWith("Alert: ", said[2].Line, StringComparison.Ordinal);
            Assert.Equal(-4, otlp.Metric("teams.credential.days_left")[""].Value);
        },
        settings => settings with { Teams = settings.Teams with { Credential = settings.Teams.Credential with { SecretExpires = new DateOnly(2027, 1, 2) } } });

    [Fact]
    public Task A_certificate_is_judged_by_its_own_end() => Desk.PlayAsync(async desk =>
    {
        var near = ACertificate.In(desk.Folder, null, desk.Time.GetUtcNow().AddDays(7));
        var over = ACertificate.In(desk.Folder, null, desk.Time.GetUtcNow().AddDays(-1));
        var far = ACertificate.In(desk.Folder, null, desk.Time.GetUtcNow().AddDays(300));
        Assert.Equal("warn", await VerdictAsync(desk, near));
        Assert.Equal("FAIL", await VerdictAsync(desk, over));
        Assert.Equal("pass", await VerdictAsync(desk, far));
    });

    [Fact]
    public Task Without_a_token_an_alert_is_raised_and_doctor_fails_and_the_health_addresses_stay_as_they_are() => Exported.PlayAsync(async (desk, otlp) =>
    {
        Assert.Equal(0, (await desk.DoctorAsync()).Exit);
        var tokens = desk.Parts.GetRequiredService<IConnectorToken>();
        var known = await tokens.GetAsync(refused: null, CancellationToken.None);
        desk.Teams.Faults.Next(Op.Token, Fault.Status(401)).UntilCleared();
        await Assert.ThrowsAsync<ConnectorException>(() => tokens.GetAsync(refused: known, CancellationToken.None));
        desk.Export();
        Assert.Contains(desk.Logged, line => line.StartsWith("Alert: no token for Teams could be had: ", StringComparison.Ordinal));
        Assert.Equal(1, otlp.Metric("teams.tokens.failed")["passing=false"].Value);

        var (exit, lines) = await desk.DoctorAsync();
        Assert.Equal(1, exit);
        Assert.StartsWith("FAIL  Token", Assert.Single(lines.NotPassed("Token")), StringComparison.Ordinal);
        using var anybody = new HttpClient();
        foreach (var health in new[] { "/healthz", "/readyz" })
            Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(new Uri(desk.Endpoint, health))).StatusCode);
    });

    private static async Task<string> VerdictAsync(Desk desk, string certificate)
    {
        var (_, lines) = await desk.DoctorAsync(settings => settings with
        {
            Teams = settings.Teams with { Credential = new CredentialSettings { Kind = CredentialKind.Certificate, CertificatePath = certificate } },
        });
        return lines.Single(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] == "Credential")[..4];
    }
}
