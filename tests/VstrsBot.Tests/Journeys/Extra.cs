using TeamsStandIn;

namespace VstrsBot.Tests.Journeys;

/// <summary>Somebody who joins the four people of the desk for a journey.</summary>
/// <param name="Role">As in people.csv; null for somebody who is not on the register.</param>
/// <param name="Is">What their member record says they are.</param>
/// <param name="TenantId">Their own tenant, when it is another.</param>
internal sealed record Extra(string Name, string? Role = "specialist", string Areas = "courtAction", string? SeesId = null, UserRole Is = UserRole.User, string? TenantId = null);
