using System.Text;
using System.Text.Json.Nodes;
using TeamsStandIn.Faults;
using VstrsBot.Handoffs;
using VstrsBot.Record;
using VstrsBot.Storage;
using Xunit;

namespace VstrsBot.Tests.Journeys;

/// <summary>Looks into the store from outside: byte by byte, and row by row.</summary>
internal static class StoreSearch
{
    /// <summary>Files of the store, its log and shared memory included, that hold the text in UTF-8 or UTF-16, in whatever letter case.</summary>
    public static IReadOnlyList<string> FilesWith(this Desk desk, string text)
    {
        List<string> found = [];
        foreach (var path in Directory.EnumerateFiles(desk.Folder, "desk.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var whole = Encoding.Latin1.GetString(bytes);
            if (Forms(text).Any(form => whole.Contains(form, StringComparison.OrdinalIgnoreCase)))
                found.Add(Path.GetFileName(path));
        }

        return found;
    }

    /// <summary>Nothing that lasts holds the text: the store, the exported record, what was logged, what was asked of Teams.</summary>
    public static async Task AssertNowhereAsync(this Desk desk, string text)
    {
        Assert.DoesNotContain(await Aftermath.ExportAsync(desk), line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(desk.FilesWith(text));
        Assert.DoesNotContain(desk.Logged, line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(desk.Teams.Transcript.InRequests(text));
    }

    /// <summary>All rows of the store, each as one line: what a refusal must leave as it was. Of the record only what changed a handoff counts.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this Desk desk)
    {
        var rows = await desk.Store.ReadAsync("", "~", int.MaxValue, CancellationToken.None);
        return [.. rows.Where(row => !IsRecord(row)).Select(row => $"{row.Key} {ValueOf(row)} {row.Claim}"), .. await ChangesAsync(desk)];
    }

    /// <summary>Does something that must be refused: no row changes, and nothing is sent to Teams. Who somebody is may be looked up there.</summary>
    public static async Task<T> ChangesNothingAsync<T>(this Desk desk, Func<Task<T>> act)
    {
        var (before, requests) = (await desk.RowsAsync(), desk.Written());
        var answer = await act();
        await desk.SendAsync();
        Assert.Equal(before, await desk.RowsAsync());
        Assert.Equal(requests, desk.Written());
        return answer;
    }

    /// <summary>Every row with its tag, whatever it is.</summary>
    public static async Task<IReadOnlyList<string>> RowsAndAddressesAsync(this Desk desk)
    {
        await desk.RecordWhatWaitsAsync();
        return [.. (await desk.Store.ReadAsync("", "~", int.MaxValue, CancellationToken.None)).Select(row => $"{row.Key} {row.Tag}")];
    }

    /// <summary>How much was sent to Teams, look-ups aside.</summary>
    public static int Written(this Desk desk) => desk.Teams.Transcript.Requests.Count(request => (request.Op & Op.Write) != Op.None);

    private static IEnumerable<string> Forms(string text) => new[] { Encoding.UTF8, Encoding.Unicode }.Select(form => Encoding.Latin1.GetString(form.GetBytes(text)));

    // A refused press is a line of the record; addresses are learned from whoever is heard; answers are counted.
    private static bool IsRecord(Row row) => row.Key[0] is 'b' or 'e' or 'g' or 'p';

    private static string ValueOf(Row row) => row.Key[0] == 'h'
        ? HandoffJson.Read<JsonObject>(row)["state"]!.ToJsonString()
        : Convert.ToHexString(row.Value);

    private static async Task<IEnumerable<string>> ChangesAsync(Desk desk) => (await Aftermath.ExportAsync(desk))
        .Select(line => RecordLineJson.Read(Encoding.UTF8.GetBytes(line))).OfType<RecordLine>()
        .Where(line => RecordedEvent.Of(line) is not null)
        .Select(line => $"{line.Chain} {line.Seq} {line.Kind}");
}
