using System.Text.Json.Serialization;

namespace VstrsBot.Cards.Model;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
public abstract record CardAction(string Title);

/// <summary>An invoke answered on the spot. Older clients send its Submit fallback, whose data carries the verb too.</summary>
public sealed record ExecuteAction(string Title, string Verb, CardData Data) : CardAction(Title)
{
    /// <summary>The answer shows details, so the fallback opens a dialog: an invoke, never a message.</summary>
    [JsonIgnore]
    public bool AnswersInPrivate { get; init; }

    /// <summary>False for a way out, which no unfilled input may block.</summary>
    [JsonIgnore]
    public bool SendsInputs { get; init; } = true;

    public string? AssociatedInputs => SendsInputs ? null : "none";

    public CardAction Fallback => new SubmitAction(Title, Verb, Data) { OpensDialog = AnswersInPrivate, SendsInputs = SendsInputs };
}

/// <summary>A submission: from a dialog's form, from an older client, or one that opens a dialog.</summary>
public sealed record SubmitAction(string Title, [property: JsonIgnore] string Verb, [property: JsonIgnore] CardData Pointer) : CardAction(Title)
{
    [JsonIgnore]
    public bool OpensDialog { get; init; }

    [JsonIgnore]
    public bool SendsInputs { get; init; } = true;

    public string? AssociatedInputs => SendsInputs ? null : "none";

    public CardData Data => Pointer with { Verb = Verb, MsTeams = OpensDialog ? new TaskFetch() : null };
}

/// <summary>Opens a link.</summary>
public sealed record OpenUrlAction(string Title, string Url) : CardAction(Title)
{
    /// <summary>Starts a Teams call (Teams: deep link to start a call).</summary>
    /// <param name="title">The button.</param>
    /// <param name="teamsAddress">User principal name or Entra object id of the person to ring.</param>
    public static OpenUrlAction TeamsCall(string title, string teamsAddress) =>
        new(title, $"https://teams.microsoft.com/l/call/0/0?users={Uri.EscapeDataString(teamsAddress)}");
}
