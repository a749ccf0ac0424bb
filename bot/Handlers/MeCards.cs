using VstrsBot.Cards.Views;
using VstrsBot.Clock;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Handoffs;
using VstrsBot.Register;

namespace VstrsBot.Handlers;

/// <summary>Who somebody is on this desk, as the register has it.</summary>
internal sealed class MeCards(RegisterReader register, DutyDesk duty, DeskLists lists, TimeProvider time)
{
    public async Task<MeCard> ForAsync(Actor by, CancellationToken ct)
    {
        var today = UkClock.Today(time.GetUtcNow());
        var snapshot = await register.NowAsync(ct);
        var entries = snapshot.EntriesOf(by.Id, today).ToList();
        var areas = entries.SelectMany(e => e.Areas).Distinct(StringComparer.Ordinal).ToList();
        var ledIn = by.Is(Roles.Adviser) ? [RegisterSnapshot.Advisers] : entries.Where(e => e.Role == Roles.Specialist).SelectMany(e => e.Areas);
        var lead = ledIn.SelectMany(area => snapshot.LeadsOf(area, today)).FirstOrDefault(lead => lead.Id != by.Id);
        var until = by.Is(Roles.Specialist) ? await duty.UntilAsync(by.Id, ct) : null;

        return new MeCard(
            by.Person.Name, RolesInWords(by.Roles), areas.Count == 0 ? null : string.Join(", ", areas.Select(area => CardScene.NameOf(lists.Areas, area))),
            entries.Select(e => e.Phone).FirstOrDefault(phone => phone is not null), lead?.Name)
        {
            Duty = !by.Is(Roles.Specialist) ? null : until is { } at ? $"on duty until {UkClock.At(at).Time}" : "off duty",
            OnDuty = by.Is(Roles.Specialist) ? until is not null : null,
            CanHandOff = by.Is(Roles.Adviser),
        };
    }

    private static string RolesInWords(Roles roles) => string.Join(" and ", Enum.GetValues<Roles>()
        .Where(role => role != Roles.None && (roles & role) == role)
        .Select(role => role == Roles.Adviser ? "an adviser" : role == Roles.Assurance ? "assurance" : $"a {role.ToString().ToLowerInvariant()}"));
}
