using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using VstrsBot.Cards;
using VstrsBot.Handoffs;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace VstrsBot.Tests.Rules;

/// <summary>Which folder may know which.</summary>
public sealed class WhoKnowsWhomTests
{
    private const string Ours = @"^VstrsBot\.";

    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(HandoffDecider).Assembly, typeof(Verbs).Assembly).Build();

    /// <summary>What decides: states, commands, events, time and effects. The service that loads and commits stands beside it.</summary>
    private static readonly System.Type[] Core =
    [
        typeof(HandoffDecider), typeof(HandoffTimes), typeof(Evolution), typeof(HandoffEffects), typeof(Ladder), typeof(LadderSteps), typeof(Availability),
        typeof(Handoff), typeof(HandoffCommand), typeof(HandoffEvent), typeof(Refusal), typeof(Effect), typeof(Surface), typeof(Posting), typeof(HandoffId),
    ];

    [Fact]
    public void The_core_knows_the_base_library_and_itself_and_a_digest_to_compare() =>
        Types().That().Are(Core)
            .Should().OnlyDependOnTypesThat().DoNotResideInNamespaceMatching(Ours)
            .OrShould().OnlyDependOnTypesThat().ResideInNamespaceMatching(@"^(System|VstrsBot\.Handoffs)(\.|$)|^VstrsBot\.Keys$")
            .Check(Program);

    [Fact]
    public void The_core_knows_no_part_of_Keys_but_the_digest() =>
        Types().That().Are(Core)
            .Should().NotDependOnAnyTypesThat().Are(typeof(VstrsBot.Keys.SeesDigest), typeof(VstrsBot.Keys.DeskKeys), typeof(VstrsBot.Keys.WorkingDataCipher))
            .Check(Program);

    [Theory]
    [InlineData("VstrsBot.Teams", @"VstrsBot\.Teams")]
    [InlineData("VstrsBot.Keys", @"VstrsBot\.(Keys|Handoffs)")]
    [InlineData("VstrsBot.Identifiers", @"VstrsBot\.Identifiers")]
    [InlineData("VstrsBot.Clock", @"VstrsBot\.(Clock|Cards)")]
    [InlineData("VstrsBot.Storage", @"VstrsBot\.(Storage|Handoffs|Record|Keys)")]
    [InlineData("VstrsBot.Record", @"VstrsBot\.(Record|Handoffs|Keys|Storage)")]
    [InlineData("VstrsBot.Limits", @"VstrsBot\.(Limits|Handoffs|Storage|Teams\.Outbound|Record)")]
    [InlineData("VstrsBot.Retention", @"VstrsBot\.(Retention|Handoffs|Storage|Record|Limits)")]
    [InlineData("VstrsBot.Outbox", @"VstrsBot\.(Outbox|Handoffs|Storage|Addresses|Limits|Teams\.Outbound|Record)")]
    [InlineData("VstrsBot.Register", @"VstrsBot\.(Register|Handoffs|Record|Storage|Keys|Clock|Cards)")]
    [InlineData("VstrsBot.Cards", @"VstrsBot\.Cards")]
    public void A_folder_knows_only_those_below_it(string folder, string known) =>
        Types().That().ResideInNamespaceMatching($@"^{folder.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Ours).And().DoNotResideInNamespaceMatching($"^({known})"))
            .Check(Program);
}
