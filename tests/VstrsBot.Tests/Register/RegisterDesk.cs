using System.Text;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Cards.Model;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Register;

/// <summary>A folder to import from, a store to import into.</summary>
internal sealed class RegisterDesk : IDisposable
{
    public const string Header = "objectId,name,role,seesId,areas,phone,from,to";
    public const string Code = "QX-42 7781";

    public static readonly Guid Home = new("5f0c3a52-6d0e-4a53-9d4e-0c8f6e2b7a10");
    public static readonly string Tom = $"{Id(1)},Tom Reed,adviser,{Code},,07700 900123,,";
    public static readonly string Priya = $"{Id(2)},Priya Shah,specialist,,courtAction,07700 900461,,";
    public static readonly string Leah = $"{Id(3)},Leah Brooks,lead,,courtAction;VSTRS,,,";

    private readonly TemporaryFolder folder = new();

    public RegisterDesk()
    {
        Days = new DayChain(new RecordChain(new RecordSeal(TestKeys.Desk.Record)), Time);
        Register = new RegisterStore(Store, Days, RandomSource.System);
        Files = new RegisterFiles(Home, new SeesDigest(TestKeys.Desk), [new Choice("Court action", "courtAction"), new Choice("Time To Pay", "timeToPay")]);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 41, 0, TimeSpan.Zero));

    public SimulatedStore Store { get; } = new();

    public DayChain Days { get; }

    public RegisterStore Register { get; }

    public RegisterFiles Files { get; }

    public StringWriter Output { get; } = new();

    public static Guid Id(int no) => new(no, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static PersonId Person(int no) => new(Home, Id(no));

    public RegisterDesk With(string file, params string[] lines) => With(file, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public RegisterDesk With(string file, byte[] bytes)
    {
        File.WriteAllBytes(folder.File(file), bytes);
        return this;
    }

    public RegisterDesk WithPeople(params string[] rows) => With("people.csv", [Header, .. rows]);

    public RegisterSnapshot? Read() => Files.Read(folder.Path);

    public async Task<int> ImportAsync(bool yes = true)
    {
        Output.GetStringBuilder().Clear();
        return await new RegisterImport(Register, Files, Time).RunAsync(folder.Path, () => yes, Output, TestContext.Current.CancellationToken);
    }

    public async Task<RegisterSnapshot> InForceAsync() => (await Register.ReadAsync(TestContext.Current.CancellationToken)).Register;

    public async Task<List<string>> RecordAsync() =>
        [.. (await Store.ReadAsync("e|", "e}", int.MaxValue, TestContext.Current.CancellationToken)).Select(row => Encoding.UTF8.GetString(row.Value))];

    public async Task<string> AllRowsAsync() => string.Join('\n', (await Store.ReadAsync(" ", "~", int.MaxValue, TestContext.Current.CancellationToken)).Select(row => $"{row.Key} {Encoding.UTF8.GetString(row.Value)}"));

    public void Dispose()
    {
        Output.Dispose();
        folder.Dispose();
    }
}
