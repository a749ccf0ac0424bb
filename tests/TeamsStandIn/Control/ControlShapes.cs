using System.Text.Json.Nodes;
using TeamsStandIn.Clients;
using TeamsStandIn.Faults;
using TeamsStandIn.Tenant;
using TeamsStandIn.Transcripts;

namespace TeamsStandIn.Control;

/// <summary>Where the bot is to look: what its settings need to know of this stand-in.</summary>
internal sealed record AddressesView(string OpenIdMetadata, string TokenEndpoint, string ServiceUrl, string AppId, string TenantId, string DmbChannelId);

internal sealed record PersonView(string Name, Guid ObjectId, string Mri, string TenantId, UserRole Role, bool InTeam, bool AppInstalled);

/// <summary>All one person sees now.</summary>
internal sealed record ScreenView(string Person, IReadOnlyList<Alert> Alerts, IReadOnlyList<SeenMessage> Chat, IReadOnlyList<SeenMessage> Channel);

/// <summary>Something typed: in the 1:1 chat, or with <paramref name="Channel"/> or <paramref name="Thread"/> in a channel.</summary>
internal sealed record SayOrder(string Text, string? Channel = null, string? Thread = null, bool Mention = true);

/// <summary>A button pressed.</summary>
/// <param name="Button">Title or verb.</param>
/// <param name="Message">The message's id; null presses the newest card, in the chat or else the channel, that has the button.</param>
/// <param name="AsSubmit">Press as a client that knows no Action.Execute, or open the dialog behind an Action.Submit.</param>
/// <param name="Card">The card as it stood on an old copy; null presses the card as the person sees it now.</param>
internal sealed record PressOrder(string Button, string? Message = null, Dictionary<string, string>? Inputs = null, bool AsSubmit = false, JsonObject? Card = null);

internal sealed record RefreshOrder(string Message, bool ByHand = false);

internal sealed record ExtensionOrder(string Command, string? Conversation = null);

/// <param name="Dialog">As it came in the answer that opened it.</param>
internal sealed record DialogOrder(Dialog Dialog, Dictionary<string, string>? Inputs = null, string? Button = null);

/// <summary>What comes or goes.</summary>
internal enum Change
{
    InstallForPerson,
    UninstallForPerson,
    InstallInTeam,
    RemoveFromTeam,
    JoinTeam,
    LeaveTeam,
    RemoveChatHistory,
}

internal sealed record ChangeOrder(Change Change);

/// <summary>The kinds of fault that can be ordered over HTTP.</summary>
internal enum FaultKind
{
    Status,
    Lose,
    Cut,
    Silence,
    ApplyThenStatus,
    ApplyThenCut,
    ApplyThenSilence,
    Hold,
    HoldAnswer,
    Slow,
    Duplicate,
    Reorder,
}

/// <summary>A fault to order.</summary>
/// <param name="Op">One or several, joined by commas.</param>
/// <param name="Seconds">Slow: by how long. Status 429: the <c>Retry-After</c>.</param>
/// <param name="Times">How often it strikes; 0 is until cleared.</param>
/// <param name="Copies">Duplicate: how many deliveries in all.</param>
internal sealed record FaultRequest(
    Op Op, FaultKind Kind, int Status = 503, double? Seconds = null, int Times = 1, int Copies = 2, bool NewIds = false, bool Together = false,
    string? Conversation = null, string? Person = null, string? Message = null);

internal sealed record FaultView(int Id, Op Op, string Kind, int? Status, int? Left, int Struck, string? Conversation, string? Person, string? Message)
{
    public static FaultView Of(FaultOrder order) =>
        new(order.Id, order.Op, order.Fault.GetType().Name, (order.Fault as Fault.Refusal)?.Code, order.Left, order.Struck, order.Conversation, order.Person, order.Message);
}

/// <summary>One line of the transcript.</summary>
/// <param name="What">The operation of a request, or the type of an activity delivered.</param>
internal sealed record EntryView(
    int Number, DateTimeOffset At, string From, string What, string? Conversation, string? Person, string? Message, JsonNode? Body, int? Status, bool? Applied, JsonNode? Answer)
{
    public static EntryView Of(TranscriptEntry entry) => entry switch
    {
        BotRequest r => new(r.Number, r.At, "bot", r.Op.ToString(), r.Conversation, r.Person, r.ActivityId, r.Body, r.Status, r.Applied, null),
        Delivery d => new(d.Number, d.At, "teams", d.Name ?? d.Type ?? "", (string?)d.Activity["conversation"]?["id"], d.From, (string?)d.Activity["replyToId"], d.Activity, d.Status, null, d.Answer),
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };
}
