using Xunit;

namespace VstrsBot.Tests.Journeys.Operating;

/// <summary>AD3: the difference is shown first; a SEES ID is kept as a digest alone, and the files are not kept at all.</summary>
public sealed class AD3_ImportTests
{
    [Fact]
    public Task Imported_twice_it_is_applied_and_recorded_once() => Desk.PlayAsync(async desk =>
    {
        var before = await LinesAsync(desk);
        Assert.Contains("Nothing to change.", await desk.ImportRegisterAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await LinesAsync(desk));

        var removed = await desk.ImportWithoutAsync("Amir Khan");
        Assert.True(removed.IndexOf("Removed: Amir Khan, Specialist", StringComparison.Ordinal) < removed.IndexOf("Applied:", StringComparison.Ordinal), removed);
        Assert.Equal(before + 1, await LinesAsync(desk));
    });

    [Fact]
    public Task No_SEES_ID_and_no_file_is_left_once_the_folder_is_gone() => Desk.PlayAsync(async desk =>
    {
        Directory.Delete(Path.Combine(desk.Folder, "register"), recursive: true);
        Assert.Empty(Directory.EnumerateFiles(desk.Folder, "*.csv", SearchOption.AllDirectories));
        foreach (var form in new[] { Desk.Code, "QX427781", "QX-427781" })
            await desk.AssertNowhereAsync(form);
        await desk.LiveAsync();
        await desk.EndAsync();
    });

    private static async Task<int> LinesAsync(Desk desk) =>
        (await Aftermath.RecordOfAsync(desk, "2026-11-23")).Count(line => line.Kind == "RegisterImported");
}
