using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Tests.Support;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Handoffs;

/// <summary>The service over the simulated store, with everybody of the core's tests on the register.</summary>
internal sealed class ServiceDesk : IDeskPeople
{
    private static readonly Actor[] Everybody = [Tom, Grace, Priya, Amir, Dev, Ella, Leah, Owen, Noor];

    private readonly HandoffRules rules = new();

    /// <param name="over">The rows the service works on, where they are not the simulated store's.</param>
    public ServiceDesk(SimulatedStore? store = null, FakeTimeProvider? time = null, IHandoffStore? over = null)
    {
        Store = store ?? new SimulatedStore();
        Time = time ?? new FakeTimeProvider(Ten);
        Rows = new HandoffRows(over ?? Store, new RecordChain(new RecordSeal(TestKeys.Desk.Record)), RandomSource.System, new Snapshots());
        Leases = new LeaseWatch(Time);
        Seen = new LastSeen(Time);
        Service = new HandoffService(
            Rows, new Rosters(this, Rows, Time), this, new SeesDigest(TestKeys.Desk), new HandoffTimes(rules), new HandoffDecider(rules),
            Leases, Ends, Seen, new OwedSignal(), new NoTally(), new NobodyNotes(), Time);
    }

    public SimulatedStore Store { get; }

    public FakeTimeProvider Time { get; }

    public HandoffRows Rows { get; }

    public UnrecordedEnds Ends { get; } = new();

    public LeaseWatch Leases { get; }

    public LastSeen Seen { get; }

    public HandoffService Service { get; }

    /// <summary>On the rota now.</summary>
    public HashSet<PersonId> OnRota { get; } = [Priya.Id, Amir.Id];

    public Task<Outcome> DoAsync(HandoffCommand command, HandoffId? id = null) => Service.ExecuteAsync(id ?? K7F3, command, Xunit.TestContext.Current.CancellationToken);

    public Task<PostedHandoff?> FindAsync(HandoffId? id = null) => Service.FindAsync(id ?? K7F3, Xunit.TestContext.Current.CancellationToken);

    public async Task<Handoff> StoredAsync(HandoffId? id = null) => (await Rows.LoadAsync(id ?? K7F3, Xunit.TestContext.Current.CancellationToken)).State;

    public async Task<Availability> RowOfAsync(Actor who) => (await Rows.AvailabilityOfAsync(who.Id, Xunit.TestContext.Current.CancellationToken)).Value;

    /// <summary>Priya has Tom's call.</summary>
    public async Task GoLiveAsync()
    {
        HandoffCommand[] steps =
        [
            PostBy(Tom), new Claim(Priya, Holds: null), new SendDetails(Tom, "Payment plan", "phone", null), new CheckSeesIdHeard(Priya, Code("TR 1234")), new TakeCall(Priya, BothOnRegister: false),
        ];
        foreach (var step in steps)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            if (await DoAsync(step) is not Outcome.Now)
                throw new InvalidOperationException($"{step.GetType().Name} was not carried out.");
        }
    }

    public static SeesId Code(string text) => SeesId.TryParse(text, out var code) ? code : throw new ArgumentException("Not a code.", nameof(text));

    Task<Actor?> IDeskPeople.FindAsync(PersonId id, CancellationToken ct) => Task.FromResult(Everybody.FirstOrDefault(a => a.Id == id));

    Task<Actor?> IDeskPeople.FindAnewAsync(PersonId id, CancellationToken ct) => ((IDeskPeople)this).FindAsync(id, ct);

    Task<Actor?> IDeskPeople.FindToEndAsync(PersonId id, CancellationToken ct) => ((IDeskPeople)this).FindAsync(id, ct);

    Task<CodeDigest?> IDeskPeople.SeesIdOnFileAsync(PersonId adviser, CancellationToken ct) =>
        Task.FromResult<CodeDigest?>(new SeesDigest(TestKeys.Desk).Of(adviser, Code("TR1234").Normalised));

    Task<string?> IDeskPeople.PhoneOfAsync(PersonId id, CancellationToken ct) => Task.FromResult<string?>("07700 900461");

    Task<AreaPeople> IDeskPeople.OfAreaAsync(string area, CancellationToken ct) =>
        Task.FromResult(new AreaPeople([.. new[] { Priya, Amir, Dev }.Select(s => (s.Person, OnRota.Contains(s.Id) ? DateTimeOffset.UnixEpoch : (DateTimeOffset?)null))], [Leah.Person], [Owen.Person]));
}
