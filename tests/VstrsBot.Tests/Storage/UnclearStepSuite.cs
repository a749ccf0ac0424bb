using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Handoffs;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Support.HandoffSpecPeople;

namespace VstrsBot.Tests.Storage;

/// <summary>Steps of a handoff and lines of the day while answers go astray: each is made once, and whoever made it is told so.</summary>
public abstract class UnclearStepSuite : IDisposable
{
    private readonly FakeTimeProvider time = new(Ten);

    public static TheoryData<UnclearAnswer> Each => [.. Enum.GetValues<UnclearAnswer>()];

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract UnclearStores Stores { get; }

    [Theory, MemberData(nameof(Each))]
    public async Task A_claim_is_made_once_and_the_claimant_is_told(UnclearAnswer answer)
    {
        var desk = new ServiceDesk(time: time, over: Stores.Unclear);
        await desk.DoAsync(PostBy(Tom));
        Stores.Next.Enqueue(answer);
        if (answer == UnclearAnswer.NeverArrived && Stores.IsInThisProcess)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.DoAsync(new Claim(Priya, Holds: null)));
            Assert.IsType<Waiting>(await desk.StoredAsync());
            return;
        }

        Assert.IsType<Outcome.Now>(await desk.DoAsync(new Claim(Priya, Holds: null)));
        Assert.IsType<Outcome.Refused>(await desk.DoAsync(new Claim(Amir, Holds: null)));
        Assert.Equal(Priya.Id, Assert.IsType<Claimed>(await desk.StoredAsync()).Specialist.Id);
        Assert.Equal(K7F3, (await desk.RowOfAsync(Priya)).Holds);
        Assert.Equal(["HandoffPosted", "SpecialistsAsked", "SpecialistClaimed"], await RecordAsync("K7F3"));
        Assert.Null((await VerifyAsync()).FirstBad);
    }

    [Theory, MemberData(nameof(Each))]
    public async Task A_step_that_somebody_else_moved_on_before_it_was_read_back_is_not_lost(UnclearAnswer answer)
    {
        var desk = new ServiceDesk(time: time, over: Stores.Unclear);
        var other = new ServiceDesk(time: time, over: Stores.Clear);
        await desk.DoAsync(PostBy(Tom));
        Stores.Next.Enqueue(answer);
        Stores.Meanwhile = () => other.DoAsync(new SendDetails(Tom, "Payment plan", "phone", null));
        if (answer == UnclearAnswer.NeverArrived && Stores.IsInThisProcess)
            return;

        Assert.False(Assert.IsType<Outcome.Now>(await desk.DoAsync(new Claim(Priya, Holds: null))).Already);
        Assert.Single(await RecordAsync("K7F3"), "SpecialistClaimed");
        Assert.Null((await VerifyAsync()).FirstBad);
    }

    [Theory, MemberData(nameof(Each))]
    public async Task A_line_of_the_day_is_written_once(UnclearAnswer answer)
    {
        var chain = new DayChain(new RecordChain(new RecordSeal(TestKeys.Desk.Record)), time);
        Stores.Next.Enqueue(answer);
        try
        {
            await chain.AppendAsync(Stores.Unclear, [new RecordEntry(Ten, "PersonRefused")], Ct);
            Assert.Single(await RecordAsync("2026-03-02"));
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreUnsureException)
        {
            Assert.True(answer is UnclearAnswer.NeverArrived or UnclearAnswer.FaultNotDone, $"{answer}: {fault.Message}");
            Assert.Empty(await RecordAsync("2026-03-02"));
        }
    }

    public void Dispose()
    {
        Stores.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<IReadOnlyList<string>> RecordAsync(string chain) => await new StoredRecord(Stores.Clear).ReadAsync(chain, Ct) is { } stored
        ? [.. stored.Lines.Select(row => RecordLineJson.Read(row.Value)!.Kind)]
        : [];

    private Task<Verified> VerifyAsync() => new RecordVerifier(new RecordSeal(TestKeys.Desk.Record)).VerifyAsync(new StoredRecord(Stores.Clear), Ct);
}
