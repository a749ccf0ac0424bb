using VstrsBot.Teams.Inbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

public sealed class ActivityTextTests
{
    private const string Bot = "28:app";

    [Fact]
    public void The_mention_of_the_bot_is_left_out() =>
        Assert.Equal("accept K7F3", Typed("<at>Handoffs</at> accept K7F3\n", Mention("<at>Handoffs</at>")).WithoutMentions());

    [Fact]
    public void Two_mentions_of_the_bot_are_left_out() =>
        Assert.Equal("end  K7F3", Typed("<at>Handoffs</at> end <at>Handoffs</at> K7F3", Mention("<at>Handoffs</at>"), Mention("<at>Handoffs</at>")).WithoutMentions());

    [Fact]
    public void A_name_of_two_words_may_come_as_two_mentions() =>
        Assert.Equal("help", Typed("<at>VSTRS</at>&nbsp;<at>Handoffs</at>&nbsp;help", Mention("<at>VSTRS</at>"), Mention("<at>Handoffs</at>")).WithoutMentions());

    [Fact]
    public void A_mention_whose_words_are_missing_is_found_by_the_bots_name() =>
        Assert.Equal("help", Typed("<at>Handoffs</at> help", Mention(words: null)).WithoutMentions());

    [Fact]
    public void A_mention_whose_words_are_not_in_the_text_is_found_by_the_bots_name() =>
        Assert.Equal("help", Typed("<at>Handoffs</at> help", Mention("<at>Other words</at>")).WithoutMentions());

    [Fact]
    public void A_mention_of_somebody_else_stays() =>
        Assert.Equal("<at>Leah Brooks</at> help", Typed("<at>Leah Brooks</at> help", Mention("<at>Leah Brooks</at>", "29:1leah")).WithoutMentions());

    [Fact]
    public void A_mention_alone_leaves_nothing() => Assert.Equal("", Typed("<at>Handoffs</at>&nbsp;\n", Mention("<at>Handoffs</at>")).WithoutMentions());

    [Fact]
    public void No_text_is_no_words() => Assert.Equal("", new Activity().WithoutMentions());

    [Fact]
    public void No_break_spaces_and_entities_are_read_as_what_they_stand_for() =>
        Assert.Equal("R&B <x> y z", Typed("R&amp;B &lt;x&gt;&nbsp;y\u00A0z").WithoutMentions());

    [Fact]
    public void In_a_chat_everything_is_said_to_the_bot() =>
        Assert.True(new Activity { Conversation = new ConversationAccount { ConversationType = "personal" } }.IsAddressedToBot());

    [Fact]
    public void In_a_channel_only_a_mention_is_said_to_the_bot()
    {
        var channel = new ConversationAccount { ConversationType = "channel" };

        Assert.True((Typed("x", Mention("<at>Handoffs</at>")) with { Conversation = channel }).IsAddressedToBot());
        Assert.False((Typed("Handoffs x", Mention("<at>Leah Brooks</at>", "29:1leah")) with { Conversation = channel }).IsAddressedToBot());
        Assert.False((Typed("x") with { Conversation = channel }).IsAddressedToBot());
    }

    [Fact]
    public void Without_a_recipient_nothing_counts_as_a_mention_of_the_bot() =>
        Assert.False(new Activity { Entities = [new Entity { Type = "mention", Mentioned = new ChannelAccount() }] }.IsAddressedToBot());

    [Theory]
    [InlineData("19:dmb@thread.tacv2;messageid=1700000000000", "19:dmb@thread.tacv2", "1700000000000")]
    [InlineData("19:dmb@thread.tacv2", "19:dmb@thread.tacv2", null)]
    [InlineData(null, null, null)]
    public void A_channel_is_known_without_its_thread(string? id, string? channel, string? root)
    {
        var activity = new Activity { Conversation = new ConversationAccount { Id = id, ConversationType = "channel" } };

        Assert.Equal(channel, activity.Channel);
        Assert.Equal(root, activity.Conversation.ThreadRoot);
    }

    [Fact]
    public void A_chat_is_in_no_channel() =>
        Assert.Null(new Activity { Conversation = new ConversationAccount { Id = "a:1", ConversationType = "personal" } }.Channel);

    private static Activity Typed(string text, params Entity[] entities) =>
        new() { Text = text, Entities = entities, Recipient = new ChannelAccount { Id = Bot } };

    private static Entity Mention(string? words, string of = Bot) =>
        new() { Type = "mention", Text = words, Mentioned = new ChannelAccount { Id = of, Name = "Handoffs" } };
}
