using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>Without Teams:Playground nothing that a call says of itself lets it in unsigned.</summary>
public sealed class UnsignedTests : Door
{
    private protected override bool Development => true;

    [Theory]
    [InlineData("")]
    [InlineData("x-ms-agents-playground: true\r\n")]
    [InlineData("User-Agent: Microsoft-BotFramework/3.1\r\n")]
    public async Task A_call_without_a_token_gets_401_whatever_it_says_it_is(string headers)
    {
        Assert.StartsWith("HTTP/1.1 401", await PostRawAsync(headers, Said.Message().With("serviceUrl", "http://127.0.0.1:56150/_connector")), StringComparison.Ordinal);
        Assert.Empty(Handler.Handled);
    }
}
