using System.Collections.Immutable;
using VstrsBot.Handoffs;

namespace VstrsBot.Tests.Simulation.Pretend;

/// <summary>Who a person is: in Teams and, once imported, on the register.</summary>
internal sealed record Someone(string Name, int No, Roles Role, string? Code, ImmutableArray<string> Areas)
{
    public PersonId Who { get; } = new(Guid.Parse(Tenant.Id), new Guid(No, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));

    public string Mri => $"29:{No}";

    public string Phone => $"07700 900{460 + No}";

    /// <summary>The desk of every world.</summary>
    public static IReadOnlyList<Someone> Everybody { get; } =
    [
        new("Tom Reed", 1, Roles.Adviser, "QX-42 7781", []),
        new("Grace Osei", 2, Roles.Adviser, "QX-42 7782", []),
        new("Nell Hart", 3, Roles.Adviser, "QX-42 7783", []),
        new("Ivy Cole", 4, Roles.Adviser, "QX-42 7784", []),
        new("Sam Ward", 5, Roles.Adviser, "QX-42 7785", []),
        new("Priya Shah", 11, Roles.Specialist, null, ["courtAction"]),
        new("Amir Khan", 12, Roles.Specialist, null, ["courtAction"]),
        new("Dev Patel", 13, Roles.Specialist, null, ["courtAction", "timeToPay"]),
        new("Ella Jones", 14, Roles.Specialist, null, ["timeToPay"]),
        new("Zara Malik", 15, Roles.Specialist, null, ["courtAction"]),
        new("Hugh Lane", 16, Roles.Specialist, null, ["timeToPay"]),
        new("Leah Brooks", 21, Roles.Lead, null, ["courtAction", "timeToPay"]),
        new("Owen Price", 22, Roles.Lead, null, ["VSTRS"]),
    ];
}
