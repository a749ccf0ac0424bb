using System.Collections.Immutable;
using VstrsBot.Keys;

namespace VstrsBot.Handoffs;

/// <summary>Who is who on this desk today. No entry means no right.</summary>
internal interface IDeskPeople
{
    /// <summary>The person with the roles they hold today, or null when they are not on the register.</summary>
    /// <exception cref="StoreUnavailableException">The register cannot be read, and was last read too long ago.</exception>
    Task<Actor?> FindAsync(PersonId id, CancellationToken ct);

    /// <summary>As <see cref="FindAsync"/>, from the store and not from a copy that may be half a minute old: authority is kept up by it.</summary>
    /// <exception cref="StoreUnavailableException">The register cannot be read.</exception>
    Task<Actor?> FindAnewAsync(PersonId id, CancellationToken ct);

    /// <summary>
    /// As <see cref="FindAsync"/>; while the register cannot be read, as it was last read within <see cref="LastSeen.KeptFor"/>. For an end alone:
    /// it shows less, and it is decided again before it is recorded.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The register cannot be read, and was not within that time.</exception>
    Task<Actor?> FindToEndAsync(PersonId id, CancellationToken ct);

    /// <summary>The digest of an adviser's SEES ID, or null when none is on file.</summary>
    Task<CodeDigest?> SeesIdOnFileAsync(PersonId adviser, CancellationToken ct);

    /// <summary>The number a person is rung on for handoffs, or null.</summary>
    Task<string?> PhoneOfAsync(PersonId id, CancellationToken ct);

    /// <summary>An area's people.</summary>
    Task<AreaPeople> OfAreaAsync(string area, CancellationToken ct);
}

/// <summary>The people of an area.</summary>
/// <param name="Specialists">Specialists of the area, with when the turn of duty began that the rota has them on now, or null.</param>
/// <param name="Leads">The area's leads.</param>
/// <param name="AdviserLeads">Leads of the advisers.</param>
internal sealed record AreaPeople(ImmutableArray<(Person Who, DateTimeOffset? OnRotaSince)> Specialists, ImmutableArray<Person> Leads, ImmutableArray<Person> AdviserLeads);
