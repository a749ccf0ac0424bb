using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using VstrsBot.Handlers;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Record;
using VstrsBot.Storage;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using VstrsBot.Tests.Support;
using VstrsBot.Tests.Teams;
using Xunit;

namespace VstrsBot.Tests.Handlers;

/// <summary>What a member record says of whoever sent something, and who decides where it leaves it open.</summary>
public sealed class OutsidersTests
{
    private const string Nobodys = "dddddddd-0001-4222-8333-444444444444";

    [Theory]
    [InlineData(Ids.TomReed, Ids.Tenant, "user", false, false)]
    [InlineData(Ids.TomReed, "AAAAAAAA-1111-4222-8333-444444444444", "User", false, false)]
    [InlineData(Ids.TomReed, Ids.Tenant, "guest", true, true)]
    [InlineData(Ids.TomReed, Ids.Tenant, "anonymous", true, true)]
    [InlineData(Ids.TomReed, Ids.Tenant, "", true, true)]
    [InlineData(Ids.TomReed, Ids.OtherTenant, "user", true, true)]
    [InlineData(Ids.TomReed, "no tenant", "user", true, true)]
    [InlineData(Nobodys, Ids.Tenant, "user", true, true)]
    [InlineData(Nobodys, null, null, true, true)]
    [InlineData(null, Ids.Tenant, "user", true, false)]
    [InlineData(Ids.TomReed, null, "user", true, false)]
    [InlineData(Ids.TomReed, Ids.Tenant, null, true, false)]
    [InlineData(Ids.TomReed, null, null, true, false)]
    public async Task The_record_decides_and_where_it_leaves_it_open_the_register(string? objectId, string? tenant, string? role, bool outsiderIfUnknown, bool outsiderIfOnTheRegister)
    {
        var record = new Member(Ids.TomMri, objectId is null ? null : Guid.Parse(objectId), "Tom Reed", tenant, role);

        Assert.Equal(outsiderIfUnknown, await SentByAnOutsiderAsync(record, onTheRegister: false));
        Assert.Equal(outsiderIfOnTheRegister, await SentByAnOutsiderAsync(record, onTheRegister: true));
    }

    [Fact]
    public async Task Without_a_record_the_register_decides()
    {
        Assert.True(await SentByAnOutsiderAsync(record: null, onTheRegister: false));
        Assert.False(await SentByAnOutsiderAsync(record: null, onTheRegister: true));
    }

    private static async Task<bool> SentByAnOutsiderAsync(Member? record, bool onTheRegister)
    {
        var tom = new PersonId(Guid.Parse(Ids.Tenant), Guid.Parse(Ids.TomReed));
        var connector = new Mock<IConnector>();
        connector.Setup(teams => teams.GetMemberAsync(new Uri(Ids.ServiceUrl), "a:1tom", Ids.TomMri, It.IsAny<CancellationToken>())).ReturnsAsync(record);
        var people = new Mock<IDeskPeople>();
        people.Setup(register => register.FindAsync(tom, It.IsAny<CancellationToken>())).ReturnsAsync(onTheRegister ? new Actor(new Person(tom, "Tom Reed"), Roles.Adviser) : null);
        var activity = ActivityJson.TryRead(FuzzedDoor.Utf8(Said.Message()))!;
        var (store, time) = (new SimulatedStore(), new FakeTimeProvider());
        var chain = new RecordChain(new RecordSeal(TestKeys.Desk.Record));
        var later = new LaterLines(store, new HandoffLines(store, chain, new Snapshots()), new DayChain(chain, time), time, NullLogger<LaterLines>.Instance);
        return await new Outsiders(new DirectConnector(connector.Object, new CallBudget(store, time), later, time), people.Object, time).SentAsync(activity, TestContext.Current.CancellationToken);
    }
}
