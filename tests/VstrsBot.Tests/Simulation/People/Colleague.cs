using VstrsBot.Cards;
using VstrsBot.Handoffs;
using VstrsBot.Teams.Inbound;
using VstrsBot.Tests.Simulation.Engine;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.People;

/// <summary>Somebody at their screen: looks, does one thing, waits for the answer, looks again after some seconds. Now and then they are away.</summary>
internal sealed class Colleague(Someone who, World world)
{
    private const int NewestCards = 14;
    private const int OldButtons = 40;

    private readonly List<(Message On, Button What)> old = [];
    private DateTimeOffset wakesAt = DateTimeOffset.MaxValue;
    private bool waits;

    public Someone Who => who;

    private Dice Dice => world.Timeline.Dice;

    private string Role => who.Role switch { Roles.Adviser => "adviser", Roles.Specialist => "specialist", _ => "lead" };

    public void LookAfter(TimeSpan wait)
    {
        var at = world.Timeline.Now + wait;
        if (at >= wakesAt)
            return;
        wakesAt = at;
        world.Timeline.After(wait, () =>
        {
            if (wakesAt != at)
                return;
            wakesAt = DateTimeOffset.MaxValue;
            Look();
        });
    }

    /// <summary>A card in their chat is about to change: what it shows can still be pressed on another device.</summary>
    public void Remembers(Message on)
    {
        foreach (var button in on.Stored.Buttons.Take(3))
        {
            if (old.Count == OldButtons)
                old.RemoveAt(Dice.Below(OldButtons));
            old.Add((on, button));
        }
    }

    public void Say(string text) => Do(world.NewErrand(no => Errand.Says(who, world.Tenant.ChatOf(who), text, no)));

    private void Look()
    {
        if (waits || !world.IsOpen)
            return;
        if (world.IsDay && Dice.Chance(world.Manner.GoesAway))
        {
            LookAfter(Dice.Between(60, Dice.Chance(0.3) ? 1800 : 240));
            return;
        }

        Act();
        LookAfter(Dice.Chance(0.7) ? Dice.Between(1.5, 9) : Dice.Between(9, 40));
    }

    private void Act()
    {
        if (Refresh() is { } refresh)
        {
            Do(refresh);
            return;
        }

        if (Dice.Chance(world.Manner.PressesOldCards) && old.Count > 0 && world.IsDay)
            Press(Dice.OneOf(old));
        else if (Dice.Chance(world.Manner.Types) && world.Watched.SomeNumber(Dice) is { } number && world.IsDay)
            Say(Habits.Command(Dice, number, Role));
        else if (WantsToStart())
            Say("handoff");
        else if (Dice.ByWeight(Wishes()) is { On: not null } wish)
            Press(wish);
    }

    private bool WantsToStart() => who.Role == Roles.Adviser && world.WantsMore && !world.Watched.HasOpen(who.Who) && Dice.Chance(0.6);

    /// <summary>The client refreshes by itself what its reader looks at: what was answered before, or has run out by its own words.</summary>
    private Errand? Refresh()
    {
        var stale = Cards().Where(card => card.SeenBy(who.Who) is { SaysLive: true } seen && (seen != card.Stored || seen.Until < world.Timeline.Now)).ToList();
        return stale.Count > 0 && Dice.Chance(0.3) && stale[0].SeenBy(who.Who).Buttons.FirstOrDefault(button => button.ByItself) is { } refresh
            ? world.NewErrand(no => Errand.Presses(who, stale[0], refresh, [], no))
            : null;
    }

    private List<(double, (Message On, Button What))> Wishes()
    {
        List<(double, (Message On, Button What))> wishes = [(world.Manner.DoesNothing, default)];
        foreach (var card in Cards())
        {
            foreach (var button in card.SeenBy(who.Who).Buttons)
            {
                var weight = button.ByItself ? 0.02 : Habits.Weight(button.Verb, (string?)button.Data["surface"] == Surfaces.Ask);
                if (button.Verb == Verbs.EndCall)
                    weight *= world.Manner.EndsCalls;
                if (button.Verb is Verbs.StartHandoff or Verbs.Fresh && !world.WantsMore)
                    weight = 0;
                wishes.Add((card.Where.With is null ? weight * 0.1 : weight, (card, button)));
            }
        }

        return wishes;
    }

    private IEnumerable<Message> Cards()
    {
        var chat = world.Tenant.ChatOf(who).Messages;
        for (var at = chat.Count - 1; at >= 0 && at >= chat.Count - NewestCards; at--)
        {
            if (!chat[at].IsDeleted && chat[at].Stored.Card is not null)
                yield return chat[at];
        }

        if (who.Role == Roles.Specialist && world.Tenant.NewestThread is { } thread)
            yield return thread;
    }

    private void Press((Message On, Button What) wish)
    {
        var code = wish.What.Handoff is { } number ? world.Watched.AdviserOf(number)?.Code : null;
        var typed = wish.What.ByItself ? [] : Habits.Typed(wish.What.Verb, Dice, code);
        Do(world.NewErrand(no => Errand.Presses(who, wish.On, wish.What, typed, no)));
    }

    private void Do(Errand errand)
    {
        waits = true;
        var over = false;
        world.Carry(errand, Answered);
        world.Timeline.After(TimeSpan.FromSeconds(12), () => Answered(null));

        void Answered(InvokeResponse? answer)
        {
            if (over)
                return;
            over = true;
            waits = false;
            LookAfter(Dice.Between(1, 6));
        }
    }
}
