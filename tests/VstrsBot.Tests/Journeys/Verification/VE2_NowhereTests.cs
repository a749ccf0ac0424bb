using System.Security.Cryptography;
using System.Text;
using VstrsBot.Handoffs;
using Xunit;

namespace VstrsBot.Tests.Journeys.Verification;

/// <summary>VE2: the SEES ID is compared by keyed digest and stands in no card, message, log, record or export.</summary>
public sealed class VE2_NowhereTests
{
    private static readonly string[] Spellings = ["QX-42 7781", "QX427781", "QX-427781", "QX 42 7781", "qx-42-7781", "QX42-7781", "42 7781", "427781", "QX-42 7782", "QX427782", "427782"];

    [Fact]
    public Task A_whole_handoff_leaves_no_trace_of_any_code_typed_in_it() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.CheckAsync("QX427782");
        await desk.CheckAsync("qx-42-7781");
        await desk.TakeAsync();
        await desk.EndAsync();
        await AssertNoTraceAsync(desk, number);
    });

    [Fact]
    public Task A_code_typed_after_sees_is_not_read_compared_or_stored() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        foreach (var typed in (string[])[$"sees {number} {Desk.Code}", $"SEES {number.ToLowerInvariant()} QX427781", $"sees {number} {Desk.WrongCode}", $"sees {number}\n{Desk.Code}"])
            await desk.Priya.SayAsync(typed);
        await desk.SettleAsync();

        Assert.Empty(Assert.IsType<Claimed>(await desk.StateAsync(number)).Mismatches);
        Assert.Equal(4, desk.Priya.Chat.Count(m => m.Text == "Not checked. Delete your message, then type the SEES ID in the card below."));
        await AssertNoTraceAsync(desk, number);
    });

    [Fact]
    public Task Sees_brings_the_card_with_the_input_below() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.Priya.SayAsync($"sees {number} {Desk.Code}");
        await desk.SettleAsync();

        var below = desk.Priya.Chat[^1];
        Assert.Contains("Check SEES ID", below.Buttons);
        await desk.Priya.PressAsync(below, "Check SEES ID", Typed.Code(Desk.Code));
        Assert.IsType<Confirmed>(await desk.StateAsync(number));
    });

    [Fact]
    public Task Sees_brings_the_banner_once_it_is_live_and_the_banner_ends_with_the_others() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.LiveAsync();
        await desk.Priya.SayAsync($"sees {number}");
        await desk.SettleAsync();
        Assert.Equal(4, desk.Banners.Count);
        await desk.EndAsync();
        Assert.Empty(desk.Banners);
    });

    [Fact]
    public Task A_code_sent_by_an_old_client_leaves_no_trace_either() => Desk.PlayAsync(async desk =>
    {
        var number = await desk.ClaimedAsync();
        await desk.Priya.PressAsSubmitAsync(desk.Priya.Newest("Check SEES ID"), "Check SEES ID", Typed.Code(Desk.WrongCode));
        await desk.SettleAsync();
        Assert.Single(Assert.IsType<Claimed>(await desk.StateAsync(number)).Mismatches);
        await AssertNoTraceAsync(desk, number);
    });

    private static async Task AssertNoTraceAsync(Desk desk, string number)
    {
        var export = (await Aftermath.RecordOfAsync(desk, number)).Select(line => Encoding.UTF8.GetString(line.Stored.Span)).ToList();
        foreach (var text in Spellings.Concat(Spellings.SelectMany(Encoded)))
        {
            await desk.AssertNowhereAsync(text);
            Assert.Empty(desk.Teams.Transcript.InAnswers(text));
            Assert.DoesNotContain(export, line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Also not encoded, nor digested without a key.</summary>
    private static IEnumerable<string> Encoded(string code)
    {
        var bytes = Encoding.UTF8.GetBytes(code);
        return bytes.Length < 8 ? [] :
        [
            Convert.ToBase64String(bytes).TrimEnd('='), Convert.ToHexString(bytes),
            Convert.ToBase64String(SHA256.HashData(bytes)).TrimEnd('='), Convert.ToHexString(SHA256.HashData(bytes)),
        ];
    }
}
