using System.Runtime.CompilerServices;
using VstrsBot.Addresses;
using VstrsBot.Clock;
using VstrsBot.Limits;
using VstrsBot.Register;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Doctor;

/// <summary>The desk's channel is known, Teams answers for it, and everybody on the register can be reached.</summary>
internal sealed class TeamsCheck(
    DeskChannel channel, ChannelSettings settings, DirectConnector connector, AddressBook addresses, RegisterStore register, IHttpClientFactory clients, TimeProvider time) : ICheck
{
    public string Name => "Teams";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var desk = await channel.FindAsync(ct);
        yield return desk is null
            ? Finding.Bad("This desk has no channel.", "Set Channel:ChannelId, or let a lead type \"use this channel\" in the channel of the team.")
            : Finding.Good($"The desk's channel is known, {(string.IsNullOrEmpty(settings.ChannelId) ? "as a lead chose it" : "by setting")}.");
        if (desk is null)
        {
            yield return await AnswersAsync(new Uri(settings.ServiceUrl), ct);
            yield break;
        }

        var (roster, refused) = await RosterAsync(desk, ct);
        yield return refused ?? Finding.Good($"Teams answers: {roster.Count} people in the channel's team.");
        if (refused is null)
            yield return await ReachAsync(roster, ct);
    }

    private async Task<Finding> AnswersAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await clients.CreateClient(DoctorParts.Client).GetAsync(address, ct);
            return Finding.Good($"{address.Host} answers.");
        }
        catch (HttpRequestException failed)
        {
            return Finding.Bad($"{address.Host} does not answer: {failed.HttpRequestError}.", "Let this machine reach that host over https.");
        }
    }

    private async Task<(IReadOnlyCollection<Guid> ObjectIds, Finding? Refused)> RosterAsync(ChannelAddress desk, CancellationToken ct)
    {
        try
        {
            var members = await connector.GetMembersAsync(desk.ServiceUrl, desk.ChannelId, ct);
            return (members.Select(member => member.ObjectId).OfType<Guid>().ToHashSet(), null);
        }
        catch (ConnectorException failure)
        {
            return ([], Finding.Bad($"Teams answered {failure.Status} {failure.Code}.", failure switch
            {
                { Code: ConnectorException.TokenRefused or ConnectorException.TokenUnavailable } => "See the line Token.",
                { Code: ConnectorException.HostNotAllowed } => "Add the channel's host to Teams:ServiceHosts.",
                { Status: 401 } => "Teams does not know this bot: compare Teams:AppId with the bot registration, and its app type with the tenant.",
                { Status: 403 or 404 } => "Add the app to the team that owns the channel, and check Channel:ChannelId.",
                { Status: 0 } => $"Let this machine reach {desk.ServiceUrl.Host} over https.",
                _ => "Run doctor again in some minutes: this is an answer that passes.",
            }));
        }
    }

    private async Task<Finding> ReachAsync(IReadOnlyCollection<Guid> roster, CancellationToken ct)
    {
        var (people, _) = await register.ReadAsync(ct);
        List<string> unreachable = [];
        foreach (var person in people.People.Where(entry => entry.IsOn(UkClock.Today(time.GetUtcNow()))).DistinctBy(entry => entry.Id))
        {
            var known = await addresses.FindAsync(person.Id, ct);
            if (known is { Unreachable: true } || (known is null && !roster.Contains(person.Id.ObjectId)))
                unreachable.Add($"{person.Name} ({person.Role.ToString().ToLowerInvariant()})");
        }

        return unreachable.Count == 0
            ? Finding.Good("Everybody on the register can be reached.")
            : Finding.Warn($"Not reachable: {string.Join(", ", unreachable)}.", "Give them the app by policy, and let each open it once and type: me");
    }
}
