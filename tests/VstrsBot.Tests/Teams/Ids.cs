namespace VstrsBot.Tests.Teams;

internal static class Ids
{
    public const string App = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "aaaaaaaa-1111-4222-8333-444444444444";
    public const string OtherTenant = "bbbbbbbb-1111-4222-8333-444444444444";
    public const string TomReed = "cccccccc-0001-4222-8333-444444444444";
    public const string TomMri = "29:1tom-reed";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Channel = "19:dmb@thread.tacv2";
}
