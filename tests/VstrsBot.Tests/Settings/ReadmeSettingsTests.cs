using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Settings;

/// <summary>README's table of settings is drawn from the code. REDRAW_README=1 draws it anew.</summary>
public sealed class ReadmeSettingsTests
{
    private const string Start = "<!-- settings -->\n";
    private const string End = "\n<!-- end of settings -->";

    [Fact]
    public void The_table_of_settings_in_README_says_what_the_code_says()
    {
        var path = Repository.File("README.md");
        var readme = File.ReadAllText(path);
        var (start, end) = (readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length, readme.IndexOf(End, StringComparison.Ordinal));
        var table = string.Join('\n', ["| Setting | Default | Means |", "|---|---|---|", .. EverySetting.All.Select(Row)]);
        if (Environment.GetEnvironmentVariable("REDRAW_README") is "1")
            File.WriteAllText(path, $"{readme[..start]}{table}{readme[end..]}");
        else
            Assert.Equal(table, readme[start..end]);
    }

    [Fact]
    public void Every_setting_has_a_doc_comment() =>
        Assert.Empty(EverySetting.All.Where(setting => DocComments.Of(setting.Property).Length < 10).Select(setting => setting.Name));

    private static string Row(EverySetting setting)
    {
        var kind = Nullable.GetUnderlyingType(setting.Property.PropertyType) ?? setting.Property.PropertyType;
        var choices = kind.IsEnum ? $" One of {string.Join(", ", Enum.GetNames(kind))}." : "";
        var unless = setting.Unless.Length > 0 ? $"`{setting.Unless}`" : "";
        return $"| `{setting.Name}` | {unless} | {DocComments.Of(setting.Property)}{choices} |";
    }
}
