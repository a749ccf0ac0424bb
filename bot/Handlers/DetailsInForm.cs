using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Forms;

namespace VstrsBot.Handlers;

/// <summary>What stands in part 2 of the form when it is drawn again.</summary>
internal static class DetailsInForm
{
    /// <summary>As typed, without what was refused.</summary>
    public static DetailsValues Typed(IReadOnlyDictionary<string, string> typed) => new()
    {
        Representative = typed.GetValueOrDefault(InputIds.Representative),
        ConsentToAct = typed.GetValueOrDefault(InputIds.ConsentToAct),
        Contact = typed.GetValueOrDefault(InputIds.Contact),
        CustomerName = typed.GetValueOrDefault(InputIds.CustomerName),
        ReferenceKind = typed.GetValueOrDefault(InputIds.ReferenceKind),
        Reference = typed.GetValueOrDefault(InputIds.Reference),
        Matter = typed.GetValueOrDefault(InputIds.Matter),
        MatterOther = typed.GetValueOrDefault(InputIds.MatterOther),
        Restricted = typed.GetValueOrDefault(InputIds.Restricted),
        Restrictions = typed.GetValueOrDefault(InputIds.Restrictions),
        Issue = typed.GetValueOrDefault(InputIds.Issue),
        CallBack = typed.GetValueOrDefault(InputIds.CallBack),
        CallBackBy = typed.GetValueOrDefault(InputIds.CallBackBy),
    };

    /// <summary>As sent before.</summary>
    public static DetailsValues Refilled(HandoffDetails details) => new()
    {
        Representative = details.Representative,
        ConsentToAct = details.ConsentToAct ? Lists.Yes : Lists.No,
        Contact = details.Contact,
        CustomerName = details.CustomerName,
        ReferenceKind = details.ReferenceKind,
        Reference = details.Reference,
        Matter = details.Matter,
        MatterOther = details.MatterOther,
        Restricted = details.Restrictions is null ? Lists.No : Lists.Yes,
        Restrictions = details.Restrictions,
        Issue = details.Issue,
        CallBack = details.CallBack,
        CallBackBy = details.ByWhen,
    };

    /// <summary>For a fresh handoff: what was declared on the call before is to be declared anew.</summary>
    public static DetailsValues Afresh(HandoffDetails details) => Refilled(details) with { ConsentToAct = null, Restricted = null };
}
