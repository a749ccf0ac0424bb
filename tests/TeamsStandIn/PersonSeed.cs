using System.Security.Cryptography;
using System.Text;

namespace TeamsStandIn;

/// <summary>What a roster says a person is. Teams: get Teams context.</summary>
internal enum UserRole
{
    User,
    Guest,
    Anonymous,
}

/// <summary>A person of the pretend tenant, as the stand-in is started with.</summary>
/// <param name="Name">The name shown, and the name tests and the control API call the person by; unique.</param>
internal sealed record PersonSeed(string Name)
{
    /// <summary>Entra object id; made from the name when not given. An anonymous guest has none on the wire.</summary>
    public Guid ObjectId { get; init; } = new(Hash($"object:{Name}")[..16]);

    /// <summary>Member id in the <c>29:</c> form, per bot; made from the name when not given.</summary>
    public string Mri { get; init; } = "29:1" + Convert.ToHexStringLower(Hash($"mri:{Name}"))[..40];

    /// <summary>The tenant the person belongs to; null is the pretend tenant itself.</summary>
    public string? TenantId { get; init; }

    public UserRole Role { get; init; } = UserRole.User;

    /// <summary>Member of the team that holds the DMB channel.</summary>
    public bool InTeam { get; init; } = true;

    /// <summary>The app is installed for the person (by policy, as a rule): no event is sent for it at start.</summary>
    public bool AppInstalled { get; init; } = true;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
