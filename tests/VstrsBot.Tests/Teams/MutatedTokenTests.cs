using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>A good token with anything changed is no token.</summary>
public sealed class MutatedTokenTests : Door
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ";

    [Fact]
    public async Task No_change_of_one_character_of_the_signature_is_accepted()
    {
        var token = Token().Signed();
        Assert.NotNull(await ValidateAsync(token));

        for (var at = token.LastIndexOf('.'); at < token.Length; at++)
            Assert.Null(await ValidateAsync(Changed(token, at, Alphabet[at % Alphabet.Length])));

        // The last character holds four bits that no byte uses.
        foreach (var other in Alphabet) Assert.Null(await ValidateAsync(Changed(token, token.Length - 1, other)));
    }

    [Fact]
    public async Task No_change_of_one_character_of_the_rest_is_accepted()
    {
        var token = Token().Signed();

        for (var at = 0; at <= token.LastIndexOf('.'); at++)
            Assert.Null(await ValidateAsync(Changed(token, at, Alphabet[(at * 7) % Alphabet.Length])));
    }

    [Fact]
    public async Task No_shortened_or_lengthened_token_is_accepted()
    {
        var token = Token().Signed();

        for (var length = 0; length < token.Length; length += 5) Assert.Null(await ValidateAsync(token[..length]));
        foreach (var more in Alphabet) Assert.Null(await ValidateAsync(token + more));
    }

    [Theory]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("\n")]
    public void The_same_bytes_in_another_spelling_are_no_token(string more)
    {
        var token = Token().Signed();
        Assert.NotNull(TokenShape.KeyIdOf(token));

        Assert.Null(TokenShape.KeyIdOf(token + more));
        Assert.Null(TokenShape.KeyIdOf(token.Replace(".", more + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_an_app_id_no_token_is_one()
    {
        var nameless = new BotTokenValidation(new TeamsSettings(), Services.GetRequiredService<PublishedKeys>(), Time);

        Assert.Null(await nameless.ValidateAsync($"Bearer {Token().Claim("aud", "").Signed()}", Stop));
        Assert.Null(await nameless.ValidateAsync($"Bearer {Token().Signed()}", Stop));
    }

    private async Task<VerifiedToken?> ValidateAsync(string token) =>
        await Services.GetRequiredService<BotTokenValidation>().ValidateAsync($"Bearer {token}", Stop);

    private static string Changed(string token, int at, char to) => $"{token[..at]}{(token[at] == to ? 'z' == to ? 'y' : 'z' : to)}{token[(at + 1)..]}";
}
