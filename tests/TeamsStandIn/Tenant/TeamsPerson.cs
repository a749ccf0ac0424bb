using System.Text.Json.Nodes;

namespace TeamsStandIn.Tenant;

/// <summary>A person as the tenant knows them now; the switches may be turned while it runs.</summary>
internal sealed class TeamsPerson(PersonSeed seed, string hostTenant)
{
    public string Name { get; } = seed.Name;

    public Guid ObjectId { get; } = seed.ObjectId;

    public string Mri { get; } = seed.Mri;

    public string TenantId { get; } = seed.TenantId ?? hostTenant;

    public UserRole Role { get; } = seed.Role;

    public string Upn { get; } = seed.Name.ToLowerInvariant().Replace(' ', '.')
        + (seed.Role is UserRole.Guest ? "#EXT#@dmb.example" : "@dmb.example");

    public bool InTeam { get; set; } = seed.InTeam;

    public bool AppInstalled { get; set; } = seed.AppInstalled;

    /// <summary>The person has blocked the bot.</summary>
    public bool Blocked { get; set; }

    /// <summary>The personal chat with the bot, once there is one.</summary>
    public string? ChatId { get; set; }

    public bool IsCalled(string id) =>
        id == Mri || id.Equals(Upn, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(id, out var oid) && oid == ObjectId && Role is not UserRole.Anonymous);

    /// <summary>The person as <c>from</c> of an activity.</summary>
    public JsonObject AsFrom()
    {
        var from = new JsonObject { ["id"] = Mri, ["name"] = Name };
        if (Role is not UserRole.Anonymous) from["aadObjectId"] = ObjectId.ToString();
        return from;
    }

    /// <summary>The person as a roster member.</summary>
    /// <param name="objectIdName"><c>aadObjectId</c>, or <c>objectId</c> on the unpaged roster.</param>
    public JsonObject AsMember(string objectIdName = "aadObjectId")
    {
        var names = Name.Split(' ', 2);
        var member = new JsonObject
        {
            ["id"] = Mri,
            ["name"] = Name,
            ["tenantId"] = TenantId,
            ["userRole"] = Role.ToString().ToLowerInvariant(),
        };
        if (Role is UserRole.Anonymous) return member;
        member["givenName"] = names[0];
        member["surname"] = names[^1];
        member["email"] = Upn;
        member["userPrincipalName"] = Upn;
        member[objectIdName] = ObjectId.ToString();
        return member;
    }
}
