using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using VstrsBot.Teams.Outbound;
using VstrsBot.Teams.Playground;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>Teams:Playground lets unsigned calls in: from this machine alone, about one address alone, in Development alone.</summary>
public sealed class PlaygroundSwitchTests : Door
{
    private const string Address = "http://127.0.0.1:56150/_connector";

    private protected override TeamsSettings Settings => base.Settings with { Playground = Address };

    private protected override bool Development => true;

    [Fact]
    public async Task A_call_without_a_token_is_let_in()
    {
        Assert.Equal(200, (await UnsignedAsync(Said.Message())).Status);
        Assert.Single(Handler.Handled);
    }

    [Theory]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/emea/", 401)]
    [InlineData("serviceUrl", "http://127.0.0.1:56151/_connector", 401)]
    [InlineData("serviceUrl", "http://127.0.0.1:56150/_elsewhere", 401)]
    [InlineData("channelId", "emulator", 401)]
    [InlineData("recipient.id", "28:99999999-2222-4333-8444-555555555555", 403)]
    [InlineData("conversation.tenantId", "99999999-2222-4333-8444-555555555555", 403)]
    [InlineData("from.aadObjectId", null, 403)]
    public async Task Everything_else_is_checked_as_ever(string path, string? value, int status)
    {
        Assert.Equal(status, (await UnsignedAsync(Said.Message(), activity => activity.With(path, value))).Status);
        Assert.Empty(Handler.Handled);
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Bearer ")]
    [InlineData("Basic eDp5")]
    public async Task A_token_that_is_there_must_be_good(string authorization)
    {
        Assert.Equal(401, (await PostAsync(Said.Message().With("serviceUrl", Address), authorization)).Status);
        Assert.Empty(Handler.Handled);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost", true)]
    [InlineData("::1", "::1", "[::1]", true)]
    [InlineData("192.0.2.7", "127.0.0.1", "localhost", false)]
    [InlineData("127.0.0.1", "192.0.2.7", "localhost", false)]
    [InlineData(null, "127.0.0.1", "localhost", false)]
    [InlineData("127.0.0.1", null, "localhost", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "bot.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost.bot.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "", false)]
    public async Task Only_this_machine_is_let_in(string? from, string? to, string host, bool letIn) => Assert.Equal(letIn, await IsLetInAsync(Call(from, to, host)));

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:8080")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "bot.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.7")]
    [InlineData("X-Original-Host", "bot.example")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Via", "1.1 tunnel")]
    public async Task A_page_in_a_browser_a_proxy_or_a_tunnel_is_not_let_in(string header, string value)
    {
        var call = Call("127.0.0.1", "127.0.0.1", "localhost");
        Assert.True(await IsLetInAsync(call));
        call.Headers[header] = value;
        Assert.False(await IsLetInAsync(call));
    }

    [Fact]
    public void Nothing_is_sent_anywhere_else()
    {
        var hosts = Services.GetRequiredService<ServiceHosts>();
        Assert.True(hosts.Allow(Address));
        Assert.False(hosts.Allow(Ids.ServiceUrl));
        Assert.False(hosts.Allow("http://127.0.0.1:56151/_connector"));
    }

    [Fact]
    public async Task No_token_is_asked_for() => Assert.Equal("playground", await Services.GetRequiredService<ITokenSource>().AcquireAsync(force: true, Stop));

    [Theory]
    [InlineData("https://playground.example/_connector")]
    [InlineData("http://playground.example/_connector")]
    [InlineData("http://127.0.0.1.example/_connector")]
    [InlineData("https://127.0.0.1:56150/_connector")]
    [InlineData("http://x@127.0.0.1:56150/_connector")]
    [InlineData("http://127.0.0.1:56150/_connector?a=b")]
    [InlineData("http://192.0.2.7:56150/_connector")]
    [InlineData("56150")]
    [InlineData("")]
    public void An_address_that_is_not_on_this_machine_stops_the_start(string address) =>
        Assert.Equal("Teams:Playground", Assert.Single((Settings with { Playground = address }).Validate(production: false)).Name);

    [Fact]
    public void In_Production_it_stops_the_start() => Assert.Contains(Settings.Validate(production: true), fault => fault.Name == "Teams:Playground");

    [Fact]
    public void Where_it_is_not_Development_it_stops_the_start_and_no_app_can_be_made_with_it()
    {
        Assert.Null(PlaygroundSwitch.Fault(Settings, development: true));
        Assert.Equal("Teams:Playground", PlaygroundSwitch.Fault(Settings, development: false)!.Name);
        Assert.Null(PlaygroundSwitch.Fault(base.Settings, development: false));
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddTeams(Settings));
    }

    [Fact]
    public void Without_it_nothing_of_it_is_part_of_the_app()
    {
        var services = new ServiceCollection().AddTeams(base.Settings, development: true);
        Assert.DoesNotContain(services, part => part.ImplementationType?.Namespace == typeof(PlaygroundSwitch).Namespace);
    }

    private Task<Reply> UnsignedAsync(JsonObject activity, Func<JsonObject, JsonObject>? change = null)
    {
        var changed = activity.With("serviceUrl", Address);
        return SendAsync(HttpMethod.Post, Json((change?.Invoke(changed) ?? changed).ToJsonString()));
    }

    private async Task<bool> IsLetInAsync(HttpRequest call) => await Services.GetRequiredService<ICallProof>().ProveAsync(call, Stop) is not null;

    private static HttpRequest Call(string? from, string? to, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
        context.Connection.LocalIpAddress = to is null ? null : IPAddress.Parse(to);
        context.Request.Host = new HostString(host);
        return context.Request;
    }
}
