namespace TeamsStandIn.Sandbox;

/// <summary>Who is who in the sandbox: everybody is invented.</summary>
/// <param name="SeesId">Of an adviser: what they say on the phone.</param>
internal sealed record CastMember(string Name, string Role, string? SeesId = null)
{
    public static readonly IReadOnlyList<CastMember> All =
    [
        new("Tom Reed", "VSTRS adviser", SandboxFolder.AdvisersCode),
        new("Priya Shah", "DMB specialist"),
        new("Amir Khan", "DMB specialist"),
        new("Leah Brooks", "Team leader"),
    ];

    public static CastMember? Find(string name) => All.FirstOrDefault(member => member.Name == name);
}
