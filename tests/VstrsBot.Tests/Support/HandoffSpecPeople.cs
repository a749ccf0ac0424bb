using VstrsBot.Handoffs;
using VstrsBot.Keys;

namespace VstrsBot.Tests.Support;

/// <summary>The people, times and codes that the tests of the core speak of.</summary>
internal static class HandoffSpecPeople
{
    public static readonly DateTimeOffset Ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    public static readonly HandoffId K7F3 = HandoffId.Parse("K7F3");
    public static readonly HandoffId M4TX = HandoffId.Parse("M4TX");

    public static readonly Actor Tom = new(Named(1, "Tom Reed"), Roles.Adviser);
    public static readonly Actor Grace = new(Named(2, "Grace Osei"), Roles.Adviser);
    public static readonly Actor Priya = new(Named(3, "Priya Shah"), Roles.Specialist);
    public static readonly Actor Amir = new(Named(4, "Amir Khan"), Roles.Specialist);
    public static readonly Actor Dev = new(Named(5, "Dev Patel"), Roles.Specialist);
    public static readonly Actor Ella = new(Named(6, "Ella Jones"), Roles.Specialist);
    public static readonly Actor Leah = new(Named(7, "Leah Brooks"), Roles.Lead);
    public static readonly Actor Owen = new(Named(8, "Owen Price"), Roles.Lead);
    public static readonly Actor Noor = new(Named(9, "Noor Hassan"), Roles.None);

    /// <summary>Priya has been idle longest, then Amir. Leah leads the area, Owen the advisers.</summary>
    public static readonly Roster TwoOnDuty = OnDuty(Priya, Amir);

    public static readonly CodeDigest OnFile = CodeDigest.FromBytes(Enumerable.Repeat((byte)1, 32).ToArray());

    public static DateTimeOffset At(double minutes) => Ten + TimeSpan.FromMinutes(minutes);

    public static DateTimeOffset Seconds(double seconds) => Ten + TimeSpan.FromSeconds(seconds);

    /// <summary>Free specialists on duty, the one idle longest first.</summary>
    public static Roster OnDuty(params Actor[] specialists) => new(
        [.. specialists.Select((s, place) => new Candidate(s.Person, Ten.AddHours(-9).AddMinutes(place), Free: true))], [Leah.Person], [Owen.Person]);

    public static Roster Busy(this Roster roster, params Actor[] specialists) => roster with
    {
        OnDuty = [.. roster.OnDuty.Select(c => c with { Free = c.Free && !specialists.Any(s => s.Id == c.Who.Id) })],
    };

    public static CheckSeesId Right(Actor by) => new(by, OnFile, OnFile, "right");

    public static CheckSeesId Wrong(Actor by, string attempt = "wrong 1") =>
        new(by, CodeDigest.FromBytes(Enumerable.Repeat((byte)2, 32).ToArray()), OnFile, attempt);

    public static CheckSeesId NothingOnFile(Actor by) => new(by, OnFile, OnFile: null, "right");

    public static Post PostBy(Actor by) => new(by, K7F3, "TaxAid", "Self Assessment", "Enforcement", "IDMS does not settle it");

    private static Person Named(int number, string name) =>
        new(new PersonId(new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, (short)number, new byte[8])), name);
}
