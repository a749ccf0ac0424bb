using System.Globalization;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Journeys;
using VstrsBot.Tests.Rules;
using Xunit;

namespace VstrsBot.Tests.Storms;

/// <summary>What a desk that runs for days is held to: looked at after each few handoffs, and then forgotten, but for how much memory is held.</summary>
internal sealed class Soak(Desk desk)
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(49);

    private readonly List<string> playing = [];
    private readonly Dictionary<EndedBy, int> ended = [];
    private readonly List<(int Played, long Bytes)> held = [];
    private readonly DateTimeOffset began = desk.Time.GetUtcNow();
    private int played;

    public int WentLive { get; private set; }

    public void Played((string Number, EndedBy By) call)
    {
        played++;
        playing.Add(call.Number);
        ended[call.By] = ended.GetValueOrDefault(call.By) + 1;
    }

    /// <summary>Two days go by. No banner stands; each that was ever sent was true; and then nothing of it need be held.</summary>
    public async Task RestAsync()
    {
        NoBannerStands();
        for (var hour = 0; hour < Rest.TotalHours; hour++)
        {
            desk.Time.Advance(TimeSpan.FromHours(1));
            await desk.SendAsync();
        }

        NoBannerStands();
        await LookBackAsync();
        desk.Forget(desk.Time.GetUtcNow().AddHours(-48));
        playing.Clear();
        held.Add((played, GC.GetTotalMemory(forceFullCollection: true)));
    }

    /// <summary>How much more memory is held after each hundred handoffs, as a share: the last third against the one before, for the first warms up. Null where too few were played to say.</summary>
    public double? Growth
    {
        get
        {
            var third = held.Count / 3;
            if (third < 4)
                return null;
            var (middle, last) = (held.Skip(third).Take(third).ToList(), held.Skip(held.Count - third).ToList());
            var handoffs = last.Average(one => one.Played) - middle.Average(one => one.Played);
            return (last.Average(one => one.Bytes) / middle.Average(one => one.Bytes) - 1) * 100 / handoffs;
        }
    }

    private double HoursOfAHundred => (desk.Time.GetUtcNow() - began).TotalHours / played * 100;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{played} handoffs, {WentLive} went live, in {(desk.Time.GetUtcNow() - began).TotalHours:0} hours of the desk; ended by {string.Join(", ", ended.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}. Memory after rest: {string.Join(", ", held.Where((_, n) => n % Math.Max(1, held.Count / 10) == 0).Select(one => $"{one.Bytes / 1e6:0.0}"))} MB{(Growth is { } growth ? $", {growth:P1} more with each hundred handoffs, which is {growth / HoursOfAHundred:P3} an hour" : "")}.");

    private void NoBannerStands()
    {
        Assert.Empty(desk.Banners.Select(banner => banner.Id));
        Assert.Empty(desk.Teams.Tenant.Messages.Where(message => message.DeletedAt is null)
            .SelectMany(message => message.Views.Where(view => view.Value.Card.ToJsonString().Contains("\"authority-live\"", StringComparison.Ordinal)).Select(view => $"{view.Key} sees it on {message.Id}")));
    }

    private async Task LookBackAsync()
    {
        var chains = new Dictionary<string, IReadOnlyList<RecordLine>>(StringComparer.Ordinal);
        foreach (var number in playing)
        {
            Assert.IsType<Ended>(await desk.StateAsync(number));
            chains[number] = await Aftermath.RecordOfAsync(desk, number);
        }

        WentLive += chains.Values.Count(lines => lines.Any(line => line.Kind == "CallTaken"));
        AuthorityRules.Check(desk.Teams.Transcript, chains, desk.Rules);
        Aftermath.NothingWasCreatedLive(desk.Teams.Transcript);
        Aftermath.NothingOfTheCustomerWasSent(desk);
        LogFields.Check(desk.OurLog);
        Assert.Empty(desk.Teams.Limits.Breaches);
    }
}
