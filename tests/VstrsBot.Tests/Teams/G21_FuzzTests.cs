using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>
/// G14, G21: no mutated token gets in, no mutated body is answered 5xx or breaks anything, and memory stays where it is.
/// A few thousand here; <c>./test --fuzz</c> runs a million of each (FUZZ_CALLS, FUZZ_SEED).
/// </summary>
public sealed class G21_FuzzTests(ITestOutputHelper output)
{
    private const long MostGrowth = 100 * 1024 * 1024;

    internal static int Calls => int.Parse(Environment.GetEnvironmentVariable("FUZZ_CALLS") ?? "5000", CultureInfo.InvariantCulture);

    internal static int Seed => int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261123", CultureInfo.InvariantCulture);

    private static readonly IReadOnlyList<byte[]> Bodies =
    [
        FuzzedDoor.Utf8(Said.Message("<at>Handoffs</at> accept K7F3")),
        FuzzedDoor.Utf8(Said.Message().With("entities", JsonNode.Parse($$"""[{"type":"mention","text":"<at>Handoffs</at>","mentioned":{"id":"28:{{Ids.App}}","name":"Handoffs"} }]"""))),
        FuzzedDoor.Utf8(Said.Invoke("adaptiveCard/action", JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"checkSeesId","data":{"handoff":"K7F3","surface":"authority","seesId":"QX 42"}},"trigger":"manual"}"""))),
        FuzzedDoor.Utf8(Said.Invoke("task/submit", JsonNode.Parse("""{"data":{"verb":"sendDetails","handoff":"K7F3","issue":"x"},"context":{"theme":"default"}}"""))),
        FuzzedDoor.Utf8(Said.Event("conversationUpdate").With("membersAdded", JsonNode.Parse("""[{"id":"29:1"},null,{"id":"28:2","aadObjectId":"x"}]"""))),
    ];

    [Fact]
    public Task No_mutated_token_gets_in() => RunAsync("tokens", async (door, mutant) =>
    {
        var token = mutant.Token(door.Good, door.Token);
        if (token == door.Good) return;

        var status = await door.PostAsync($"Bearer {token}", Bodies[0]);
        Assert.True(status == 401, $"{status}: {token}");
    }, expectHandled: false);

    [Fact]
    public Task No_mutated_body_is_answered_5xx() => RunAsync("bodies", async (door, mutant) =>
    {
        var body = mutant.Bytes(mutant.OneOf(Bodies));
        var status = await door.PostAsync($"Bearer {door.Good}", body);
        Assert.True(status is >= 200 and < 500, $"{status}: {Convert.ToBase64String(body)}");
    }, expectHandled: true);

    private async Task RunAsync(string what, Func<FuzzedDoor, Mutant, Task> call, bool expectHandled)
    {
        await using var door = await FuzzedDoor.OpenAsync();
        Assert.Equal(200, await door.PostAsync($"Bearer {door.Good}", Bodies[0]));
        var handled = door.Handled;
        var mutant = new Mutant(Seed);

        long before = 0;
        for (var n = 0; n < Calls; n++)
        {
            if (n == Calls / 100) before = GC.GetTotalMemory(forceFullCollection: true);
            await call(door, mutant);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{Calls:N0} mutated {what}, seed {Seed}: {door.Handled - handled:N0} handled, memory grew by {growth / 1024:N0} KiB.");
        Assert.Equal(expectHandled, door.Handled > handled);
        Assert.True(growth < MostGrowth, $"Memory grew by {growth} bytes.");
    }
}
