using VstrsBot.Teams;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>A bot that knows no app id or tenant lets nobody in. The settings stop such a start; the door does not rely on it.</summary>
public sealed class NamelessBotTests : Door
{
    private protected override TeamsSettings Settings => base.Settings with { AppId = "" };

    [Theory]
    [InlineData(Ids.App)]
    [InlineData("")]
    [InlineData(null)]
    public async Task No_token_is_for_a_bot_without_an_app_id(string? audience)
    {
        var token = audience is null ? Token().Without("aud") : Token().Claim("aud", audience);

        Assert.Equal(401, (await PostAsync(Said.Message(), $"Bearer {token.Signed()}")).Status);
        Assert.Equal(401, (await PostAsync(Said.Message().With("recipient.id", "28:"), $"Bearer {token.Signed()}")).Status);
        Assert.Empty(Handler.Handled);
    }
}
