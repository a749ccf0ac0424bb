using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>A token goes to hosts on the list and nowhere else.</summary>
public sealed class ServiceHostTests : ConnectorDesk
{
    public static TheoryData<string> NotOnTheList =>
    [
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.trafficmanager.net/",
        "https://evilsmba.trafficmanager.net/",
        "https://trafficmanager.net/",
        "http://smba.trafficmanager.net/emea/",
        "https://x@smba.trafficmanager.net/",
        "https://x:y@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net:80/",
        "https://smba.trafficmanager.net./",
        "https://smba.trafficmanager.net/#here",
        "https://smba.trafficmanager.net/?to=there",
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example/smba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "file:///smba.trafficmanager.net/",
        "https://127.0.0.1/",
        "http://127.0.0.1:1/",
        "http://localhost/",
        "https://[::1]/",
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://\u0455mba.trafficmanager.net/",
    ];

    [Theory]
    [MemberData(nameof(NotOnTheList))]
    public async Task Nothing_is_sent_and_no_token_asked_for_off_the_list(string address)
    {
        var to = new Uri(address);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(to: to));

        Assert.Equal(ConnectorException.HostNotAllowed, fault.Code);
        Assert.Equal(0, Tokens.Asked);
        Assert.Empty(Teams.Requests);
    }

    [Fact]
    public async Task No_call_of_any_kind_goes_off_the_list()
    {
        var to = new Uri("https://evil.trafficmanager.net/");
        var words = new OutgoingActivity.Words("x");
        Func<Task>[] calls =
        [
            () => Connector.CreatePersonalChatAsync(to, Ids.Tenant, Ids.TomMri, Stop),
            () => Connector.CreateThreadAsync(to, Ids.Tenant, Ids.Channel, words, Stop),
            () => Connector.SendAsync(to, "a:1", words, Stop),
            () => Connector.UpdateAsync(to, "a:1", "17", words, Stop),
            () => Connector.GetMemberAsync(to, "a:1", Ids.TomMri, Stop),
            () => Connector.GetMembersAsync(to, "a:1", Stop),
        ];

        foreach (var call in calls)
            Assert.Equal(ConnectorException.HostNotAllowed, (await Assert.ThrowsAsync<ConnectorException>(call)).Code);
        Assert.Equal(calls.Length, typeof(IConnector).GetMethods().Length);
        Assert.Equal(0, Tokens.Asked);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net/emea/aaaaaaaa-1111-4222-8333-444444444444/")]
    [InlineData("https://SMBA.TrafficManager.net:443/uk")]
    public void The_public_connector_is_on_the_list_whatever_the_path(string address) => Assert.True(new ServiceHosts(new TeamsSettings()).Allow(address));

    [Fact]
    public void Another_clouds_host_is_added_by_setting()
    {
        var hosts = new ServiceHosts(new TeamsSettings { ServiceHosts = ["smba.infra.gcc.teams.microsoft.com"] });

        Assert.True(hosts.Allow("https://smba.infra.gcc.teams.microsoft.com/teams"));
        Assert.False(hosts.Allow("https://x.smba.infra.gcc.teams.microsoft.com/teams"));
        Assert.False(hosts.Allow("http://smba.infra.gcc.teams.microsoft.com/teams"));
    }

    [Fact]
    public void A_loopback_origin_is_added_with_its_port_and_no_other()
    {
        var hosts = new ServiceHosts(new TeamsSettings { ServiceHosts = ["http://127.0.0.1:5001"] });

        Assert.True(hosts.Allow("http://127.0.0.1:5001/emea"));
        Assert.False(hosts.Allow("http://127.0.0.1:5002/emea"));
        Assert.False(hosts.Allow("https://127.0.0.1:5001/emea"));
        Assert.False(hosts.Allow("http://localhost:5001/emea"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/emea")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example\\")]
    [InlineData(null)]
    public void What_is_no_address_is_not_on_the_list(string? address) => Assert.False(new ServiceHosts(new TeamsSettings()).Allow(address));
}
