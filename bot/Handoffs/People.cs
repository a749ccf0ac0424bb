using System.Runtime.InteropServices;

namespace VstrsBot.Handoffs;

/// <summary>A person: Entra object id in a tenant. Never matched by name or address.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PersonId(Guid Tenant, Guid ObjectId)
{
    /// <summary>objectId@tenant, lower case: the form used in keys, record and exports.</summary>
    public override string ToString() => $"{ObjectId:D}@{Tenant:D}";

    public static bool TryParse(string? text, out PersonId id)
    {
        id = default;
        if (text?.Split('@') is not [var person, var tenant]
            || !Guid.TryParseExact(person, "D", out var objectId)
            || !Guid.TryParseExact(tenant, "D", out var tenantId))
        {
            return false;
        }

        id = new PersonId(tenantId, objectId);
        return true;
    }

    public static PersonId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a person id.");
}

/// <summary>A person with the name the register held when they acted.</summary>
internal sealed record Person(PersonId Id, string Name);

/// <summary>What a person may do on this desk. Nobody holds two of adviser, specialist and assurance.</summary>
[Flags]
internal enum Roles
{
    None = 0,
    Adviser = 1,
    Specialist = 2,
    Lead = 4,
    Assurance = 8,
}
