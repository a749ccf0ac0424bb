using System.Text;
using VstrsBot.Teams;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>The longest body the settings allow is longer than what a web server holds in its buffers.</summary>
public sealed class LongestBodyTests : Door
{
    private protected override TeamsSettings Settings => base.Settings with { BodyLimit = 4 * 1024 * 1024 };

    [Fact]
    public async Task A_body_of_four_mebibytes_is_read_and_one_byte_more_is_not()
    {
        var length = Settings.BodyLimit - Encoding.UTF8.GetByteCount(Said.Message("").ToJsonString());

        Assert.Equal(200, (await PostAsync(Said.Message(new string('x', length)))).Status);
        Assert.Equal(413, (await PostAsync(Said.Message(new string('x', length + 1)))).Status);
    }
}
