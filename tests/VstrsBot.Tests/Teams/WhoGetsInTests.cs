using System.Text.Json.Nodes;
using Xunit;

namespace VstrsBot.Tests.Teams;

/// <summary>A call proven to come from the Bot Service is still refused when it is about the wrong channel, address, bot, tenant or person.</summary>
public sealed class WhoGetsInTests : Door
{
    [Theory]
    [InlineData("")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData("webchat")]
    [InlineData(null)]
    public async Task Another_channel_gets_401(string? channel) => await RefusedAsync(401, Said.Message().With("channelId", channel));

    [Theory]
    [InlineData("webchat")]
    [InlineData("")]
    [InlineData("MSTEAMS")]
    public async Task A_key_that_may_not_speak_for_teams_gets_401(string endorsed)
    {
        Issuer.Keys = [SigningKey.First.Published(endorsed)];
        await RefusedAsync(401, Said.Message());
    }

    [Fact]
    public async Task A_key_without_endorsements_gets_401()
    {
        Issuer.Keys = [SigningKey.First.Published()];
        await RefusedAsync(401, Said.Message());
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net/emea//")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_service_address_other_than_the_tokens_gets_401(string? address) =>
        await RefusedAsync(401, Said.Message().With("serviceUrl", address));

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://x@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("not an address")]
    public async Task A_service_address_off_the_list_gets_403_even_when_the_token_names_it(string address)
    {
        var reply = await PostAsync(Said.Message().With("serviceUrl", address), $"Bearer {Token().Claim("serviceurl", address).Signed()}");

        Assert.Equal(403, reply.Status);
        Assert.Empty(Handler.Handled);
    }

    [Theory]
    [InlineData("28:99999999-2222-4333-8444-555555555555")]
    [InlineData("29:11111111-2222-4333-8444-555555555555")]
    [InlineData("28:")]
    [InlineData(null)]
    public async Task Another_bot_as_recipient_gets_403(string? recipient) => await RefusedAsync(403, Said.Message().With("recipient.id", recipient));

    [Fact]
    public async Task No_recipient_gets_403() => await RefusedAsync(403, Said.Message().Without("recipient"));

    [Fact]
    public async Task The_bare_app_id_is_this_bot_too() =>
        Assert.Equal(200, (await PostAsync(Said.Message().With("recipient.id", Ids.App.ToUpperInvariant()))).Status);

    [Fact]
    public async Task A_foreign_tenant_gets_403() =>
        await RefusedAsync(403, Said.Message().With("conversation.tenantId", Ids.OtherTenant).With("channelData.tenant.id", Ids.OtherTenant));

    [Fact]
    public async Task No_tenant_gets_403() => await RefusedAsync(403, Said.Message().Without("conversation.tenantId").Without("channelData"));

    [Theory]
    [InlineData("conversation.tenantId", Ids.OtherTenant)]
    [InlineData("channelData.tenant.id", Ids.OtherTenant)]
    [InlineData("conversation.tenantId", "")]
    [InlineData("channelData.tenant.id", "")]
    [InlineData("conversation.tenantId", "no tenant")]
    [InlineData("from.tenantId", Ids.OtherTenant)]
    public async Task Tenants_that_disagree_get_403(string where, string tenant) => await RefusedAsync(403, Said.Message().With(where, tenant));

    [Theory]
    [InlineData("conversation.tenantId")]
    [InlineData("channelData")]
    public async Task One_tenant_is_enough(string missing) => Assert.Equal(200, (await PostAsync(Said.Message().Without(missing))).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tom.reed@vstrs.example")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{cccccccc-0001-4222-8333-444444444444}")]
    public async Task Somebody_without_an_object_id_gets_403(string? objectId)
    {
        await RefusedAsync(403, Said.Message().With("from.aadObjectId", objectId));
        await RefusedAsync(403, Said.Invoke("adaptiveCard/action", new JsonObject()).With("from.aadObjectId", objectId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Somebody_without_an_address_gets_403(string? id) => await RefusedAsync(403, Said.Message().With("from.id", id));

    [Theory]
    [InlineData("guest")]
    [InlineData("anonymous")]
    public async Task A_guest_gets_403(string role) => await RefusedAsync(403, Said.Message().With("from.userRole", role));

    [Fact]
    public async Task Whom_the_bot_does_not_hear_gets_403()
    {
        Handler.Deaf = true;
        await RefusedAsync(403, Said.Message());
        await RefusedAsync(403, Said.Invoke("adaptiveCard/action", new JsonObject()));
    }

    [Fact]
    public async Task An_event_needs_nobody_behind_it()
    {
        Assert.Equal(200, (await PostAsync(Said.Event("installationUpdate").Without("from"))).Status);
        Assert.Equal("installationUpdate", Assert.Single(Handler.Handled).Type);
    }

    private async Task RefusedAsync(int status, JsonObject activity)
    {
        var before = Refused;

        var reply = await PostAsync(activity);

        Assert.Equal(status, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Empty(Handler.Handled);
        Assert.Equal(before + 1, Refused);
        Assert.Equal(before + 1, Logs.Ours.Count);
        Assert.DoesNotContain("Tom Reed", Logs.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Ids.TomReed, Logs.Everything, StringComparison.Ordinal);
    }
}
