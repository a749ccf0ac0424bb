namespace VstrsBot.Cards;

/// <summary>Which card a button stands on: <c>data.surface</c>. A pointer for drawing the answer, never a right.</summary>
public static class Surfaces
{
    public const string Channel = "channel";
    public const string Adviser = "adviser";
    public const string Ping = "ping";
    public const string Authority = "authority";
    public const string Details = "details";
    public const string WrapUp = "wrapUp";
    public const string Lead = "lead";
    public const string Ask = "ask";
    public const string FindForm = "findForm";
    public const string DetailsForm = "detailsForm";
    public const string Me = "me";
}
