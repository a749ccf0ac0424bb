using VstrsBot.Keys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Keys;

public sealed class DeskKeysTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Store => folder.File("desk.db");

    [Fact]
    public async Task In_production_a_missing_key_stops_the_start_with_its_settings_name()
    {
        var settings = new KeySettings { SeesDigest = Text(1), WorkingData = Text(3) };
        var missing = await Assert.ThrowsAsync<KeyException>(() => LoadAsync(settings, production: true));
        Assert.Contains("Keys:Record", missing.Message);
        Assert.False(Directory.Exists(folder.File("keys")));
    }

    [Fact]
    public async Task Elsewhere_missing_keys_are_made_once_beside_the_store()
    {
        var first = await LoadAsync(new KeySettings(), production: false);
        var second = await LoadAsync(new KeySettings(), production: false);
        Assert.Equal(first.Record.ToArray(), second.Record.ToArray());
        Assert.Equal(3, Directory.GetFiles(folder.File("keys")).Length);
    }

    [Fact]
    public async Task A_made_key_is_readable_by_its_owner_alone()
    {
        await LoadAsync(new KeySettings(), production: false);
        Assert.All(Directory.GetFiles(folder.File("keys")), path =>
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)));
    }

    [Fact]
    public async Task Processes_that_start_together_end_up_with_the_same_keys()
    {
        var loaded = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => LoadAsync(new KeySettings(), production: false), Ct)));
        Assert.Single(loaded.Select(keys => Convert.ToBase64String(keys.WorkingData.Span)).Distinct());
        Assert.Equal(3, Directory.GetFiles(folder.File("keys")).Length);
    }

    [Fact]
    public async Task A_key_comes_from_its_setting_or_from_the_file_it_names()
    {
        await File.WriteAllTextAsync(folder.File("record"), Text(2) + "\n", Ct);
        var keys = await LoadAsync(new KeySettings { SeesDigest = Text(1), RecordFile = folder.File("record"), WorkingData = Text(3) }, production: true);
        Assert.Equal((1, 2, 3), (keys.SeesDigest.Span[0], keys.Record.Span[0], keys.WorkingData.Span[0]));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("AAEC")]
    public async Task A_bad_key_is_named_and_its_value_is_not_repeated(string bad)
    {
        var refused = await Assert.ThrowsAsync<KeyException>(() => LoadAsync(new KeySettings { SeesDigest = bad }, production: false));
        Assert.Contains("Keys:SeesDigest", refused.Message);
        Assert.DoesNotContain(bad, refused.Message);
    }

    [Fact]
    public async Task A_key_one_byte_too_long_is_refused() =>
        await Assert.ThrowsAsync<KeyException>(() => LoadAsync(new KeySettings { SeesDigest = Convert.ToBase64String(new byte[33]) }, production: false));

    [Fact]
    public async Task A_key_set_both_ways_is_refused()
    {
        var settings = new KeySettings { SeesDigest = Text(1), SeesDigestFile = folder.File("sees") };
        Assert.Contains("not both", (await Assert.ThrowsAsync<KeyException>(() => LoadAsync(settings, production: true))).Message);
    }

    [Fact]
    public async Task A_key_file_that_is_not_there_is_named_and_none_is_made_instead()
    {
        var settings = new KeySettings { SeesDigestFile = folder.File("gone") };
        var refused = await Assert.ThrowsAsync<KeyException>(() => LoadAsync(settings, production: false));
        Assert.Contains("Keys:SeesDigestFile", refused.Message);
        Assert.False(Directory.Exists(folder.File("keys")));
    }

    [Fact]
    public async Task One_key_for_two_purposes_is_refused()
    {
        var settings = new KeySettings { SeesDigest = Text(1), Record = Text(1), WorkingData = Text(3) };
        Assert.Contains("differ", (await Assert.ThrowsAsync<KeyException>(() => LoadAsync(settings, production: true))).Message);
    }

    public void Dispose() => folder.Dispose();

    private static string Text(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private Task<DeskKeys> LoadAsync(KeySettings settings, bool production) =>
        DeskKeys.LoadAsync(DeskKeys.SourcesFor(settings, Store, production), Ct);
}
