using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Record;

/// <summary>A store with a record in it, made from a seed.</summary>
internal sealed class RecordedDesk
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 41, 0, TimeSpan.Zero);
    private static readonly string[] Kinds = ["HandoffPosted", "SpecialistClaimed", "SeesIdConfirmed", "CallTaken", "LeaseRenewed", "CallEnded"];
    private static readonly string[] Names = ["Tom Reed", "Priya Shah", "Siân O'Neill", "Amir \"AK\" Khan", "Łukasz Żak"];
    private readonly RecordChain chain = new(Seal);

    public static RecordSeal Seal { get; } = new(TestKeys.Desk.Record);

    public SimulatedStore Store { get; } = new();

    public static async Task<RecordedDesk> FromSeedAsync(int seed)
    {
        var random = new Random(seed);
        var desk = new RecordedDesk();
        foreach (var number in (string[])["K7F3", "M2P4", "R9T6", "2026-11-23", "2026-11-24"])
            await desk.RecordAsync(number, [.. Enumerable.Range(0, random.Next(2, 9)).Select(at => Entry(random, at))]);
        return desk;
    }

    public async Task RecordAsync(string number, params RecordEntry[] entries)
    {
        var key = RecordKeys.HeadOf(number);
        var guard = await Store.FindAsync(key, TestContext.Current.CancellationToken);
        var appended = chain.Append(number, guard is null ? RecordHead.None : RecordHead.Find(guard.Value)!, entries);
        var snapshot = JsonSerializer.SerializeToUtf8Bytes(new { version = 1, state = "Live", head = appended.Head });
        Assert.True(await Store.TryCommitAsync([new RowChange.Put(key, snapshot), .. appended.Rows], TestContext.Current.CancellationToken));
    }

    public Task<Verified> VerifyAsync() => new RecordVerifier(Seal).VerifyAsync(new StoredRecord(Store), TestContext.Current.CancellationToken);

    public async Task<byte[]> ExportAsync(int expected = AuditExit.Good)
    {
        await using var output = new StringWriter();
        var day = DateOnly.FromDateTime(Start.UtcDateTime);
        Assert.Equal(expected, await new AuditExport(Store, Seal).RunAsync(day, day.AddDays(1), output, TextWriter.Null, TestContext.Current.CancellationToken));
        return System.Text.Encoding.UTF8.GetBytes(output.ToString());
    }

    public static Task<Verified> VerifyExportAsync(byte[] file) =>
        new ExportVerifier(Seal).VerifyAsync(new MemoryStream(file), TestContext.Current.CancellationToken);

    private static RecordEntry Entry(Random random, int at) => new(
        Start.AddSeconds((at * 20) + random.Next(20)),
        Kinds[random.Next(Kinds.Length)],
        random.Next(4) == 0 ? null : $"{new Guid(random.Next(), 1, 2, [1, 2, 3, 4, 5, 6, 7, 8])}@5f0c3a52-6d0e-4a53-9d4e-0c8f6e2b7a10",
        random.Next(4) == 0 ? null : Names[random.Next(Names.Length)],
        new Dictionary<string, string> { ["stage"] = "pre-enforcement", ["area"] = "Court action", ["n"] = $"{random.Next(1000)}" });
}
