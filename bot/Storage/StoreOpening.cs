using VstrsBot.Handoffs;
using VstrsBot.Storage.Sqlite;
using VstrsBot.Storage.Tables;

namespace VstrsBot.Storage;

/// <summary>Opens the store that the settings name: for serving, and for the verbs beside it.</summary>
internal static class StoreOpening
{
    /// <param name="machine">This machine's time. The desk's own may come from the store.</param>
    /// <exception cref="StoreFileException">The embedded store's file cannot be used by this release.</exception>
    /// <exception cref="StoreUnavailableException">The embedded store's file cannot be opened now. Tables are first asked when something is read.</exception>
    public static IHandoffStore Open(StoreSettings settings, TimeProvider machine) => settings.Kind == StoreKind.Tables
        ? TableStore.Open(settings, machine)
        : SqliteStore.Open(new SqliteStoreSettings(settings.Path), machine);

    /// <summary>What a serving process holds while it serves; null where any number may serve.</summary>
    /// <exception cref="StoreFileException">Another process serves from this store.</exception>
    public static IDisposable? TakeToServe(StoreSettings settings) => settings.Kind == StoreKind.Tables ? null : StoreLock.Take(settings.Path);
}
