using System.Runtime.CompilerServices;
using VstrsBot.Handoffs;
using VstrsBot.Teams;

namespace VstrsBot.Doctor;

/// <summary>This machine's clock against the store's where it has one, else against the host that publishes the Bot Service's keys.</summary>
internal sealed class ClockCheck(IHandoffStore store, TeamsSettings teams, IHttpClientFactory clients, [FromKeyedServices(Composition.Machine)] TimeProvider machine) : ICheck
{
    private static readonly TimeSpan Wrong = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Off = TimeSpan.FromSeconds(5);

    public string Name => "Clock";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await store.FindAsync("s|channel", ct); // a store that has a clock tells it with each answer
        var (whose, other) = store.Clock is { } at ? ("the store's", at) : ("that of " + new Uri(teams.OpenIdMetadata).Host, await DateAsync(ct));
        if (other is not { } compared)
        {
            yield return Finding.Warn("There was no clock to compare with.", "See the line Keys, and check that this machine sets its clock by itself (NTP).");
            yield break;
        }

        var apart = machine.GetUtcNow() - compared;
        var seconds = (int)Math.Abs(apart.TotalSeconds);
        var says = seconds < 2 ? $"This machine's clock agrees with {whose}." : $"This machine's clock is {seconds} s {(apart > TimeSpan.Zero ? "ahead of" : "behind")} {whose}.";
        yield return apart.Duration() > Wrong ? Finding.Bad(says, "Set the clock by NTP. With a wrong clock nothing is ready to serve.")
            : apart.Duration() > Off ? Finding.Warn(says, "Set the clock by NTP.")
            : Finding.Good(says);
    }

    private async Task<DateTimeOffset?> DateAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await clients.CreateClient(DoctorParts.Client).GetAsync(new Uri(teams.OpenIdMetadata), ct);
            return answer.Headers.Date;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
