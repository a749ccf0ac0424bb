using System.Text.Json.Nodes;

namespace VstrsBot.Handlers;

/// <summary>
/// A card as a dialog takes it: each Action.Execute gives way to its Submit fallback, what would open another dialog goes, and there is no
/// refresh. Teams: task modules take Action.Submit alone.
/// </summary>
internal static class DialogCard
{
    public static JsonNode From(JsonNode card)
    {
        var drawn = card.DeepClone().AsObject();
        drawn.Remove("refresh");
        if (drawn["body"] is JsonArray body)
            drawn["body"] = new JsonArray([.. body.Select(Element).OfType<JsonNode>()]);
        return drawn;
    }

    private static JsonNode? Element(JsonNode? element)
    {
        if (element?["actions"] is not JsonArray actions)
            return element?.DeepClone();

        JsonNode[] kept = [.. actions.Select(action => action?["fallback"] ?? action).OfType<JsonNode>().Where(action => action["data"]?["msteams"] is null)];
        var set = element.DeepClone();
        set["actions"] = new JsonArray([.. kept.Select(action => action.DeepClone())]);
        return kept.Length == 0 ? null : set;
    }
}
