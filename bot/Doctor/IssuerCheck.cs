using System.Runtime.CompilerServices;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Doctor;

/// <summary>The keys that inbound tokens are checked with are published and can be fetched.</summary>
internal sealed class IssuerCheck(KeyDocuments documents, TeamsSettings teams) : ICheck
{
    public string Name => "Issuer";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        yield return await FetchAsync(ct) switch
        {
            ( > 0 and var count, _) => Finding.Good($"{new Uri(teams.OpenIdMetadata).Host} publishes {count} {(count == 1 ? "key" : "keys")}."),
            (_, var fault) => Finding.Bad(
                $"The keys of the Bot Service could not be fetched from {new Uri(teams.OpenIdMetadata).Host}: {fault ?? "there are none"}.",
                "Let this machine reach that host over https. Until then every call from Teams is refused."),
        };
    }

    private async Task<(int Count, string? Fault)> FetchAsync(CancellationToken ct)
    {
        try
        {
            return ((await documents.ReadKeysAsync(await documents.FindKeysAsync(ct), ct)).Count, null);
        }
        catch (HttpRequestException failed)
        {
            return (0, failed.StatusCode is { } status ? $"it answered {(int)status}" : failed.HttpRequestError.ToString());
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or ArgumentException or System.Text.Json.JsonException)
        {
            return (0, "what it publishes cannot be read");
        }
    }
}
