using System.Text.Json;
using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;

namespace VstrsBot.Cards.Gallery;

/// <summary>Invented people, times and lists.</summary>
internal static class Invented
{
    public const string Number = "K7F3";
    public const string Tom = "Tom Reed";
    public const string Priya = "Priya Shah";
    public const string Leah = "Leah Brooks";
    public const string Amir = "Amir Khan";
    public const string TomMri = "29:1tom-reed";
    public const string PriyaMri = "29:1priya-shah";
    public const string LeahMri = "29:1leah-brooks";
    public const string Phone = "07700 900461";
    public const string Draft = "d-6f0c1b52";

    public static HandoffFacts Facts { get; } = new(Number, "Court action", "Pre-enforcement", "Citizens Advice", At("10:41am"));

    public static LeaseEnd Until { get; } = new(At("10:48am"), "2026-11-23T10:48:12Z");

    public static Mention MentionPriya { get; } = new(Priya, PriyaMri);

    public static PersonToRing RingPriya { get; } = new(Priya, Phone, "priya.shah@dmb.example");

    public static IReadOnlyList<Choice> Organisations { get; } =
    [
        new("TaxAid", "TaxAid"),
        new("Tax Help for Older People", "Tax Help for Older People"),
        new("Citizens Advice", "Citizens Advice"),
        new("Low Incomes Tax Reform Group", "Low Incomes Tax Reform Group"),
    ];

    public static IReadOnlyList<AreaChoice> Areas { get; } =
    [
        new("Court action", "court", OnDuty: 3, Free: 2),
        new("Time To Pay", "ttp", OnDuty: 1, Free: 0),
        new("Field Force", "field", OnDuty: 0, Free: 0),
    ];

    public static IReadOnlyList<Choice> Matters { get; } =
        [new("Self Assessment debt", "sa"), new("Time To Pay arrangement", "ttp"), new("Other", "other")];

    public static IReadOnlyList<AskLine> Asks { get; } =
    [
        new(Amir, AskResult.Asked, At("10:41am")),
        new(Amir, AskResult.Declined, At("10:41am")),
        new("Grace Osei", AskResult.Asked, At("10:41am")),
        new("Grace Osei", AskResult.NoAnswer, At("10:42am")),
        new(Priya, AskResult.Asked, At("10:42am")),
    ];

    public static LiveFacts Live { get; } =
        new(Number, Priya, Tom, "Citizens Advice", At("10:45am"), Until, At("10:45am"), At("11am"), At("11:45am"), PriyaMri);

    public static CustomerDetails Details { get; } =
        new("Rose Adeyemi", "Unique Taxpayer Reference", "2234567890", "Sam Carter", "Self Assessment debt", "Hold the county court claim while Time To Pay is agreed.", "None")
        {
            ConsentToAct = true,
            Contact = "07700 900105",
        };

    public static DetailsValues Values { get; } = new()
    {
        Representative = "Sam Carter",
        ConsentToAct = Lists.No,
        CustomerName = "Rose Adeyemi",
        ReferenceKind = "utr",
        Reference = "2234567890",
        Matter = "sa",
        Restricted = Lists.No,
        Issue = "Hold the county court claim while Time To Pay is agreed.",
        CallBack = "none",
    };

    /// <summary>CallBackArranged → call-back-arranged.</summary>
    public static string Dashed<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static UkTime At(string time) => new(time, "23 November");

    public static Ending Ended(EndReason reason, bool wasLive = true, string? by = null, bool byYou = false) =>
        new(reason, At("10:58am"), wasLive, by) { ByYou = byYou };
}
