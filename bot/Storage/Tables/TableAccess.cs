using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;

namespace VstrsBot.Storage.Tables;

/// <summary>The client of the desk's table, and who it says it is.</summary>
internal static class TableAccess
{
    /// <param name="dates">Hears the Date of each answer.</param>
    /// <param name="transport">Null is the platform's own.</param>
    public static TableClient ClientFor(StoreSettings settings, AnswerDates dates, HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = settings.CallTimeout } };
        options.AddPolicy(dates, HttpPipelinePosition.PerRetry);
        // Addresses hold row keys, and with them people's ids.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        if (transport is not null)
            options.Transport = transport;

        return settings.ConnectionString is { } connection
            ? new TableClient(connection, settings.Table, options)
            : new TableClient(new Uri(settings.Endpoint!), settings.Table, CredentialFor(settings), options);
    }

    public static TokenCredential CredentialFor(StoreSettings settings) => settings.ManagedIdentityClientId is { } id
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
        : new DefaultAzureCredential();
}
