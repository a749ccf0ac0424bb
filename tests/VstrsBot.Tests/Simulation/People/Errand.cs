using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.People;

/// <summary>One thing that somebody does to the bot, however often it is delivered.</summary>
/// <param name="By">Who.</param>
/// <param name="Verb">What was pressed; null when something was typed.</param>
/// <param name="Handoff">The handoff it is about, where it says so.</param>
/// <param name="On">The message whose card was pressed.</param>
/// <param name="Activity">As Teams sends it.</param>
internal sealed record Errand(Someone By, string? Verb, string? Handoff, Message? On, Activity Activity)
{
    private const string Bot = "28:5ab1f0f4-9d5f-4a51-8a53-6a58fdb8f001";

    /// <summary>What was typed as the SEES ID.</summary>
    public string? Code { get; private init; }

    public bool ByItself { get; private init; }

    public static Errand Says(Someone by, Conversation chat, string text, long no) => new(by, Verb: null, Handoff: null, On: null, From(by, chat, no) with { Type = ActivityTypes.Message, Text = text });

    public static Errand Installs(Someone by, Conversation chat, long no) =>
        new(by, Verb: null, Handoff: null, On: null, From(by, chat, no) with { Type = ActivityTypes.InstallationUpdate, Action = "add" });

    public static Errand Presses(Someone by, Message on, Button button, IEnumerable<(string Input, string Value)> typed, long no)
    {
        var data = (JsonObject)button.Data.DeepClone();
        foreach (var (input, value) in typed)
            data[input] = value;
        var pressed = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.Verb, ["data"] = data },
            ["trigger"] = button.ByItself ? "automatic" : "manual",
        };
        var activity = From(by, on.Where, no) with
        {
            Type = ActivityTypes.Invoke,
            Name = InvokeNames.CardAction,
            ReplyToId = on.Id,
            Value = JsonSerializer.SerializeToElement(pressed),
        };
        return new Errand(by, button.Verb, button.Handoff, on, activity) { Code = (string?)data[VstrsBot.Cards.InputIds.SeesId], ByItself = button.ByItself };
    }

    /// <summary>Teams delivers it once more, with its id or another.</summary>
    public Activity Again(long? no) => no is { } other ? Activity with { Id = Numbered(other) } : Activity;

    private static Activity From(Someone by, Conversation where, long no) => new()
    {
        Id = Numbered(no),
        ServiceUrl = Tenant.ServiceUrl,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = by.Mri, Name = by.Name, AadObjectId = by.Who.ObjectId.ToString() },
        Recipient = new ChannelAccount { Id = Bot },
        Conversation = new ConversationAccount { Id = where.Id, ConversationType = where.With is null ? ConversationTypes.Channel : ConversationTypes.Personal, TenantId = Tenant.Id },
    };

    private static string Numbered(long no) => "f:" + no.ToString(CultureInfo.InvariantCulture);
}
