namespace VstrsBot.Cards;

/// <summary>Longest legal inputs in UTF-16 characters. The server checks them again.</summary>
public static class InputLimits
{
    public const int Name = 200;
    public const int Contact = 200;
    public const int Reference = 50;
    public const int MatterOther = 200;
    public const int Restrictions = 1000;
    public const int Issue = 1000;
    public const int SeesId = 40;
    public const int Note = 1000;
    public const int Reason = 200;
    public const int NoteToCopy = 4000;
}
