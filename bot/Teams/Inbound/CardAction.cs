using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace VstrsBot.Teams.Inbound;

/// <summary>
/// What somebody pressed or sent: Action.Execute, Action.Submit as a message, a dialog opened or sent, a message extension command.
/// All of it was chosen by the client: a pointer, never proof.
/// </summary>
/// <param name="Verb">
/// Of Action.Execute its verb; else the field "verb" of the data; else the id of the message extension's command.
/// </param>
/// <param name="Data">
/// Inputs and the action's own data: strings as they are, numbers and booleans as their JSON text. Nulls, objects and arrays are left out.
/// </param>
/// <param name="IsAutomatic">A refresh the client made by itself; nobody pressed anything.</param>
/// <remarks>Source: Adaptive Cards, "Universal Action Model"; Teams, "Task modules in bots".</remarks>
internal sealed record CardAction(string Verb, IReadOnlyDictionary<string, string> Data, bool IsAutomatic)
{
    /// <summary>Where Action.Submit carries its verb, having none of its own.</summary>
    public const string VerbField = "verb";

    /// <summary>The field's text, or null when it was not sent.</summary>
    public string? this[string field] => Data.GetValueOrDefault(field);

    /// <summary>What somebody typed stays out of logs, whoever logs it.</summary>
    public override string ToString() => nameof(CardAction);

    /// <summary>Reads the activity's value. False, with the fault, when it has another shape; never throws for what a client sent.</summary>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out CardAction? action, out CardActionFault fault)
    {
        action = null;
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
        {
            fault = CardActionFault.NoValue;
            return false;
        }

        fault = activity switch
        {
            { Type: ActivityTypes.Message } => Read(verb: null, value, isAutomatic: false, out action),
            { Name: InvokeNames.CardAction } => ReadExecute(value, out action),
            _ => Read(Member(value, "commandId"), Member(value, "data"), isAutomatic: false, out action, verbInData: true),
        };
        return action is not null;
    }

    private static CardActionFault ReadExecute(JsonElement value, out CardAction? action)
    {
        action = null;
        if (Member(value, "action") is not { ValueKind: JsonValueKind.Object } pressed) return CardActionFault.NoAction;

        var isAutomatic = Member(value, "trigger") is { ValueKind: JsonValueKind.String } trigger && trigger.ValueEquals("automatic");
        return Read(Member(pressed, "verb"), Member(pressed, "data"), isAutomatic, out action, verbInData: false);
    }

    private static CardActionFault Read(JsonElement? verb, JsonElement? data, bool isAutomatic, out CardAction? action, bool verbInData = true)
    {
        action = null;
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        if (data is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                if (TextOf(member.Value) is { } text) fields[member.Name] = text;
            }
        }
        else if (data is not null)
        {
            return CardActionFault.DataIsNoObject;
        }

        var name = (verbInData ? fields.GetValueOrDefault(VerbField) : null)
            ?? (verb is { ValueKind: JsonValueKind.String } given ? given.GetString() : null);
        if (string.IsNullOrEmpty(name)) return CardActionFault.NoVerb;

        action = new CardAction(name, fields, isAutomatic);
        return CardActionFault.None;
    }

    private static JsonElement? Member(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}

/// <summary>Why a value could not be read as a card action.</summary>
internal enum CardActionFault
{
    None,

    /// <summary>No value, or no object: a typed message, or not one of ours.</summary>
    NoValue,

    /// <summary>adaptiveCard/action without an action.</summary>
    NoAction,

    /// <summary>The data is text, a number or a list.</summary>
    DataIsNoObject,

    /// <summary>Nothing says what was pressed.</summary>
    NoVerb,
}
