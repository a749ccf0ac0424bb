using VstrsBot.Cards;
using VstrsBot.Handlers;
using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Handlers;

public sealed class TypedCommandTests
{
    [Theory]
    [InlineData("accept", Verbs.Accept, Surfaces.Ping)]
    [InlineData("decline", Verbs.Decline, Surfaces.Ping)]
    [InlineData("give back", Verbs.GiveBack, Surfaces.Authority)]
    [InlineData("sees", Verbs.View, Surfaces.Authority)]
    [InlineData("taken", Verbs.TakeCall, Surfaces.Authority)]
    [InlineData("left", Verbs.Left, Surfaces.Adviser)]
    [InlineData("end", Verbs.EndCall, TypedCommand.Own)]
    [InlineData("still", Verbs.StillOn, TypedCommand.Own)]
    [InlineData("check", Verbs.CheckNow, TypedCommand.Own)]
    [InlineData("details", Verbs.View, TypedCommand.Details)]
    [InlineData("note", Verbs.View, Surfaces.WrapUp)]
    [InlineData("withdraw", Verbs.Withdraw, Surfaces.Adviser)]
    [InlineData("again", Verbs.AskAgain, Surfaces.Adviser)]
    [InlineData("fresh", Verbs.View, Surfaces.Adviser)]
    [InlineData("someone else", Verbs.SomeoneElse, Surfaces.Adviser)]
    [InlineData("not satisfied", Verbs.NotSatisfied, Surfaces.Authority)]
    [InlineData("posted in error", Verbs.PostedInError, Surfaces.Adviser)]
    [InlineData("call back", Verbs.View, Surfaces.Adviser)]
    [InlineData("move", Verbs.View, Surfaces.Lead)]
    public void Every_verb_is_known_in_any_case_with_any_spaces_and_the_number_first_or_last(string typed, string verb, string surface)
    {
        string[] ways =
        [
            $"{typed} K7F3", $"{typed.ToUpperInvariant()} k7f3", $"  {typed.Replace(" ", " \t ", StringComparison.Ordinal)} \n K7F3  ", $"{typed} K7-F3.", $"{typed} k7 f3",
            $"{typed} handoff K7F3!", $"{typed}: handoff number k7f3", $"K7F3 {typed}", $"K7F3: {typed}.", $"{typed}\u00a0K7F3",
        ];
        Assert.All(ways, way =>
        {
            var command = TypedCommand.Read(way);
            Assert.Equal((verb, surface, "K7F3", false), (command!.Verb, command.Surface, command.Handoff.Value, command.More));
        });
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("accept it")]
    [InlineData("accept K7F")]
    [InlineData("accept K7F34")]
    [InlineData("accept A1O0")]
    [InlineData("please accept K7F3")]
    [InlineData("accepted K7F3")]
    [InlineData("give K7F3")]
    [InlineData("back give K7F3")]
    [InlineData("K7F3")]
    [InlineData("K7F3 please")]
    [InlineData("I left at 2345")]
    [InlineData("handoff")]
    [InlineData("on duty")]
    [InlineData("me")]
    [InlineData("help")]
    [InlineData("")]
    [InlineData("...")]
    public void Anything_else_is_no_command_about_a_handoff(string typed) => Assert.Null(TypedCommand.Read(typed));

    [Theory]
    [InlineData("sees K7F3 QX-42 7781")]
    [InlineData("K7F3 sees QX-42 7781")]
    [InlineData("SEES k7f3: QX-42 7781")]
    [InlineData("sees handoff K7F3 QX-42 7781")]
    public void A_code_typed_after_the_number_is_noticed_and_not_kept(string typed)
    {
        var command = TypedCommand.Read(typed)!;
        Assert.Equal(("K7F3", true), (command.Handoff.Value, command.More));
        Assert.DoesNotContain("42", command.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("77", command.ToString(), StringComparison.Ordinal);
        Assert.False(TypedCommand.IsCodeWithoutNumber(typed));
    }

    [Theory]
    [InlineData("sees QX-427781", true)]
    [InlineData("Sees  AB12345", true)]
    [InlineData("sees", false)]
    [InlineData("sees K7F3", false)]
    [InlineData("help", false)]
    public void A_code_typed_without_a_number_is_noticed_too(string typed, bool noticed) => Assert.Equal(noticed, TypedCommand.IsCodeWithoutNumber(typed));

    [Fact]
    public void The_mention_of_the_bot_is_no_part_of_the_command()
    {
        var said = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "<at>VSTRS handoff</at>&nbsp;accept K7F3\n",
            Recipient = new ChannelAccount { Id = "28:bot" },
            Entities = [new Entity { Type = Entity.MentionType, Text = "<at>VSTRS handoff</at>", Mentioned = new ChannelAccount { Id = "28:bot", Name = "VSTRS handoff" } }],
        };
        Assert.Equal(Verbs.Accept, TypedCommand.Read(said.WithoutMentions())!.Verb);
    }

    [Fact]
    public void Huge_text_is_read_in_no_time_and_is_no_command() => Assert.Null(TypedCommand.Read(string.Concat(Enumerable.Repeat("give back ", 20_000))));
}
