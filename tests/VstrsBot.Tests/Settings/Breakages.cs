namespace VstrsBot.Tests.Settings;

/// <summary>For each setting values that must not start, and for some what must be set besides to come to them.</summary>
internal static class Breakages
{
    private static readonly (string, string?) ByCertificate = ("Teams:Credential:Kind", "Certificate");
    private static readonly (string, string?) BySecret = ("Teams:Credential:Kind", "ClientSecret");

    public static readonly IReadOnlyDictionary<string, string[]> Values = new Dictionary<string, string[]>
    {
        ["Teams:AppId"] = ["", "anything", "00000000-0000-0000-0000-000000000000", "5f0c3a526d0e4a539d4e0c8f6e2b7a10"],
        ["Teams:TenantId"] = ["", "contoso.example"],
        ["Teams:AllowedTenants"] = ["5f0c3a52-6d0e-4a53-9d4e-0c8f6e2b7a10"],
        ["Teams:AllowedTenants:0"] = ["*", "contoso.example"],
        ["Teams:Issuer"] = [""],
        ["Teams:OpenIdMetadata"] = ["login.example", "http://login.example/", "http://127.0.0.1:5001/metadata"],
        ["Teams:Authority"] = ["http://login.example", ""],
        ["Teams:TokenEndpoint"] = ["http://login.example/token", "https://127.0.0.1/token"],
        ["Teams:Scope"] = [""],
        ["Teams:ServiceHosts:0"] = ["*.trafficmanager.net", "localhost", "http://127.0.0.1:5001"],
        ["Teams:Credential:Kind"] = ["Password", "", "2"],
        ["Teams:Credential:ManagedIdentityClientId"] = ["", "the identity"],
        ["Teams:Credential:CertificatePath"] = ["", "no-such-file.pfx"],
        ["Teams:Credential:CertificateThumbprint"] = ["not a thumbprint"],
        ["Teams:Credential:CertificatePassword"] = ["not its password"],
        ["Teams:Credential:ClientSecret"] = [""],
        ["Teams:Credential:SecretExpires"] = ["soon", "23/11/2026", ""],
        ["Teams:SendTimeout"] = ["00:00:00", "00:01:00", "3", "3s", ""],
        ["Teams:AnswerWithin"] = ["00:00:00", "00:00:16", "nine"],
        ["Teams:BodyLimit"] = ["1000", "1e6", "256 KiB", ""],
        ["Channel:ChannelId"] = ["handoffs", "29:somebody", "19:a b@thread.tacv2"],
        ["Channel:ServiceUrl"] = ["", "smba", "https://smba.example/teams/"],
        ["Store:Path"] = ["", " ", "folder/"],
        ["Keys:SeesDigest"] = ["short", "AAAA"],
        ["Keys:SeesDigestFile"] = ["no-such-file.key"],
        ["Keys:Record"] = ["short"],
        ["Keys:RecordFile"] = ["no-such-file.key"],
        ["Keys:WorkingData"] = ["short"],
        ["Keys:WorkingDataFile"] = ["no-such-file.key"],
        ["Handoffs:Lease"] = ["00:00:59", "00:10:01", "180", "24:00:00", "3 minutes"],
        ["Handoffs:RenewEvery"] = ["00:00:00", "00:01:31", "-00:01:00"],
        ["Handoffs:ClaimReminder"] = ["00:00:00", "00:03:00"],
        ["Handoffs:ClaimLasts"] = ["00:30:00", "half"],
        ["Handoffs:ConfirmationWarning"] = ["00:00:00", "00:05:00"],
        ["Handoffs:ConfirmationLasts"] = ["00:30:00", "half"],
        ["Handoffs:AskEvery"] = ["00:00:00", "2.00:00:00"],
        ["Handoffs:AnswerWithin"] = ["2.00:00:00", "never"],
        ["Handoffs:RemindBefore"] = ["00:00:00", "00:02:00"],
        ["Handoffs:Cap"] = ["00:02:59", "2.00:00:00"],
        ["Handoffs:NotTakenAfter"] = ["2.00:00:00", "later"],
        ["Handoffs:Attempts"] = ["0", "6", "three"],
        ["Handoffs:MismatchesADay"] = ["2", "101"],
        ["Handoffs:WorkingDataAfterEnd"] = ["1.00:00:01", "24:00:00", "-00:00:01"],
        ["Handoffs:WorkingDataUnconfirmed"] = ["01:00:01", "-00:00:01"],
        ["Handoffs:Ladder:Rungs"] = ["everyone"],
        ["Handoffs:Ladder:Rungs:0:After"] = ["00:00:01", "at once"],
        ["Handoffs:Ladder:Rungs:0:Ask"] = ["0", "21", "some"],
        ["Handoffs:Ladder:Rungs:0:TellLead"] = ["perhaps"],
        ["Handoffs:Ladder:ExhaustedAfter"] = ["00:00:00", "2.00:00:00"],
        ["Retention:RecordYears"] = ["0", "8", "three"],
        ["Retention:CardsAfterEnd"] = ["1.23:59:59", "91.00:00:00", "7"],
        ["Lists:Areas"] = ["all"],
        ["Lists:Areas:0:Title"] = ["", "two\nlines"],
        ["Lists:Areas:0:Value"] = ["", "with space"],
        ["Lists:Matters"] = ["all"],
        ["Lists:Matters:0:Title"] = [""],
        ["Lists:Matters:0:Value"] = ["", "a|b"],
    };

    /// <summary>What else must be set so that this setting is looked at.</summary>
    public static (string Name, string? Value)[] Beside(string name, string folder) => name switch
    {
        "Teams:Credential:CertificatePath" or "Teams:Credential:CertificateThumbprint" => [ByCertificate],
        "Teams:Credential:CertificatePassword" => [ByCertificate, ("Teams:Credential:CertificatePath", ACertificate.In(folder, "its password"))],
        "Teams:Credential:ClientSecret" or "Teams:Credential:SecretExpires" => [BySecret, ("Teams:Credential:ClientSecret", "a secret")],
        "Handoffs:Lease" => [("Handoffs:RenewEvery", "00:00:20")],
        "Keys:SeesDigestFile" or "Keys:RecordFile" or "Keys:WorkingDataFile" => [(name[..^4], null)],
        _ when name.StartsWith("Handoffs:Ladder:Rungs:0", StringComparison.Ordinal) => [("Handoffs:Ladder:Rungs:0:After", "00:00:00")],
        _ when name.StartsWith("Lists:Areas:0", StringComparison.Ordinal) => [("Lists:Areas:0:Title", "Court action"), ("Lists:Areas:0:Value", "courtAction")],
        _ when name.StartsWith("Lists:Matters:0", StringComparison.Ordinal) => [("Lists:Matters:0:Title", "Other"), ("Lists:Matters:0:Value", "other")],
        _ => [],
    };
}
