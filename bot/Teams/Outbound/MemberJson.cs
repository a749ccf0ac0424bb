using System.Text.Json;

namespace VstrsBot.Teams.Outbound;

/// <summary>Reads members. One call names the object id aadObjectId, another objectId.</summary>
internal static class MemberJson
{
    /// <summary>The member, or null when the JSON is none.</summary>
    public static Member? TryRead(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || ConnectorAnswer.TextOf(json, "id") is not { } id) return null;

        var objectId = ConnectorAnswer.TextOf(json, "aadObjectId") ?? ConnectorAnswer.TextOf(json, "objectId");
        return new Member(
            id,
            Guid.TryParseExact(objectId, "D", out var parsed) ? parsed : null,
            ConnectorAnswer.TextOf(json, "name"),
            ConnectorAnswer.TextOf(json, "tenantId"),
            ConnectorAnswer.TextOf(json, "userRole"));
    }

    /// <summary>The members on one page.</summary>
    public static IEnumerable<Member> ReadPage(ConnectorAnswer page) =>
        page.Body is { } body && body.TryGetProperty("members", out var members) && members.ValueKind == JsonValueKind.Array
            ? members.EnumerateArray().Select(TryRead).OfType<Member>()
            : [];
}
