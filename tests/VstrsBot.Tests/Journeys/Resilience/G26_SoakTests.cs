using System.Globalization;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Storms;
using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Journeys.Resilience;

/// <summary>
/// G1 and G26 over real HTTP: handoff after handoff on one desk, with every fault of Teams and of the store, and on two bots with kills, while two days go by
/// after each few. <c>./test --soak</c> plays more (SOAK_HANDOFFS, SOAK_SEED).
/// </summary>
public sealed class G26_SoakTests(ITestOutputHelper output)
{
    private const int Batch = 10;

    /// <summary>What a hundred handoffs leave behind must be less than what two measurements differ by anyway: pools of the runtime are held for a while.</summary>
    private const double Noise = 0.1;

    private static int Handoffs => Setting("SOAK_HANDOFFS", 4);

    private static int Seed => Setting("SOAK_SEED", 20261127);

    [Theory]
    [InlineData(nameof(StoreKind.Embedded), 1)]
    [InlineData(nameof(StoreKind.Tables), 2)]
    public Task No_authority_is_seen_after_its_end_and_nothing_is_left_behind(string store, int bots) => Desk.PlayAsync(
        store: Enum.Parse<StoreKind>(store), bots: bots, rules: new HandoffRules { MismatchesADay = 100 }, check: Aftermath.TheRecordVerifiesAndEqualsTheStatesAsync, journey: async desk =>
        {
            var chance = new Random(Seed);
            var (storm, soak) = (new Storm(desk, chance, kills: bots > 1), new Soak(desk));
            for (var n = 0; n < Handoffs; n++)
            {
                soak.Played(await new StormyCall(desk, storm, chance).PlayAsync());
                if ((n + 1) % Batch == 0 || n + 1 == Handoffs)
                    await soak.RestAsync();
            }

            output.Measured("G1, G26", $"{store}, {bots} bots, seed {Seed}, {soak}");
            output.WriteLine($"Went wrong: {string.Join(", ", storm.Struck.Select(kind => $"{kind.Key} {kind.Value}"))}.");
            Assert.True(soak.WentLive > Handoffs / 2, "So few went live that this shows nothing.");
            if (bots == 1 && soak.Growth is { } growth) // a bot that is killed holds nothing for long
                Assert.True(growth < Noise, $"G26: memory grows by {growth:P1} with each hundred handoffs.");
        });

    private static int Setting(string name, int usual) => int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{usual}", CultureInfo.InvariantCulture);
}
