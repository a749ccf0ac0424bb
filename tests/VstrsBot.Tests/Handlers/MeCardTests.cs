using VstrsBot.Cards.Views;
using VstrsBot.Handlers;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Storage;
using VstrsBot.Tests.Register;
using VstrsBot.Tests.Support;
using Xunit;
using static VstrsBot.Tests.Register.RegisterDesk;

namespace VstrsBot.Tests.Handlers;

public sealed class MeCardTests : IDisposable
{
    private readonly RegisterDesk desk = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_specialist_reads_areas_number_duty_and_lead()
    {
        var me = await MeAsync(2, Tom, Priya.Replace("courtAction", "courtAction;Time To Pay", StringComparison.Ordinal), Leah);
        Assert.Equal(("Priya Shah", "a specialist", "Court action, Time To Pay", "07700 900461", "Leah Brooks"), (me.Name, me.Role, me.Areas, me.Phone, me.Lead));
        Assert.Equal(("off duty", false, false), (me.Duty, me.OnDuty, me.CanHandOff));
    }

    [Fact]
    public async Task Duty_by_the_rota_is_said_with_its_end()
    {
        desk.With("rota.csv", "objectId,area,start,end", $"{Id(2)},courtAction,2026-11-23 09:00,2026-11-23 17:30");
        var me = await MeAsync(2, Priya);
        Assert.Equal(("on duty until 5:30pm", true), (me.Duty, me.OnDuty));
    }

    [Fact]
    public async Task An_adviser_reads_the_advisers_lead_and_has_no_duty()
    {
        var me = await MeAsync(1, Tom, Leah, $"{Id(5)},Owen Hart,lead,,courtAction,,,");
        Assert.Equal(("an adviser", null, "07700 900123", "Leah Brooks"), (me.Role, me.Areas, me.Phone, me.Lead));
        Assert.Equal((null, null, true), (me.Duty, me.OnDuty, me.CanHandOff));
    }

    [Fact]
    public async Task A_lead_reads_whom_they_lead_and_is_not_their_own_lead()
    {
        var me = await MeAsync(3, Leah);
        Assert.Equal(("a lead", "VSTRS, Court action", null, null), (me.Role, me.Areas, me.Phone, me.Lead));
        var both = await MeAsync(3, Leah, Leah.Replace("lead", "specialist", StringComparison.Ordinal).Replace(";VSTRS,", ",07700 900463", StringComparison.Ordinal));
        Assert.Equal(("a specialist and a lead", "VSTRS, Court action", "07700 900463", null), (both.Role, both.Areas, both.Phone, both.Lead));
    }

    [Fact]
    public async Task Assurance_reads_its_role() => Assert.Equal("assurance", (await MeAsync(6, $"{Id(6)},Sam Cole,assurance,,,,,")).Role);

    [Fact]
    public void Whoever_is_not_on_the_register_reads_whom_to_ask_and_the_id_to_give() =>
        Assert.Equal($"You are not on the register. Ask your lead. Your id to give them: {Id(9)}", Wording.NotOnTheRegister(Person(9)));

    public void Dispose() => desk.Dispose();

    private async Task<MeCard> MeAsync(int no, params string[] people)
    {
        Assert.Equal(0, await desk.WithPeople(people).ImportAsync());
        var register = new RegisterReader(desk.Register, desk.Time);
        var rows = new HandoffRows(desk.Store, new RecordChain(new RecordSeal(TestKeys.Desk.Record)), RandomSource.System, new Snapshots());
        var me = new MeCards(register, new DutyDesk(desk.Store, rows, register, desk.Days, desk.Time), new DeskLists(), desk.Time);
        return await me.ForAsync((await new DeskPeople(register, desk.Time).FindAsync(Person(no), Ct))!, Ct);
    }
}
