using System.Text;
using VstrsBot.Keys;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Keys;

public sealed class WorkingDataCipherTests
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("""{"customerName":"Amir Khan"}""");
    private readonly WorkingDataCipher cipher = new(TestKeys.Desk, RandomSource.System);

    [Fact]
    public void What_was_encrypted_is_read_again() => Assert.Equal(Plain, cipher.Decrypt("K7F3", cipher.Encrypt("K7F3", Plain)));

    [Fact]
    public void Empty_data_is_data() => Assert.Empty(cipher.Decrypt("K7F3", cipher.Encrypt("K7F3", [])));

    [Fact]
    public void The_plain_text_does_not_show() => Assert.Equal(-1, cipher.Encrypt("K7F3", Plain).AsSpan().IndexOf("Amir"u8));

    [Fact]
    public void The_same_data_never_looks_the_same() => Assert.NotEqual(cipher.Encrypt("K7F3", Plain), cipher.Encrypt("K7F3", Plain));

    [Fact]
    public void Another_handoffs_data_cannot_be_read()
    {
        var refused = Assert.Throws<WorkingDataException>(() => cipher.Decrypt("M2P4", cipher.Encrypt("K7F3", Plain)));
        Assert.Contains("M2P4", refused.Message);
    }

    [Fact]
    public void Another_key_cannot_read_it() =>
        Assert.Throws<WorkingDataException>(() => new WorkingDataCipher(TestKeys.From(9), RandomSource.System).Decrypt("K7F3", cipher.Encrypt("K7F3", Plain)));

    [Fact]
    public void A_change_of_any_byte_is_found()
    {
        var whole = cipher.Encrypt("K7F3", Plain);
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            Assert.Throws<WorkingDataException>(() => cipher.Decrypt("K7F3", changed));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(28)]
    [InlineData(30)]
    public void Data_cut_short_is_refused(int length) =>
        Assert.Throws<WorkingDataException>(() => cipher.Decrypt("K7F3", cipher.Encrypt("K7F3", Plain).AsSpan(0, length)));
}
