using System.Collections.Frozen;

namespace VstrsBot.Teams.Inbound;

/// <summary>
/// The keys in force. The identity library has such a cache, but it reads the machine's clock, makes callers queue one behind the other
/// while the issuer hangs, and notices a key taken back only after hours.
/// </summary>
/// <remarks>
/// A key is found at once while the copy is fresh. A key not in it, or a copy grown old, costs one fetch that everybody shares. Of both documents
/// together the issuer is asked at most twice a minute, whatever is sent. While it cannot be reached the last copy stands, for a day at most.
/// </remarks>
internal sealed partial class PublishedKeys(KeyDocuments documents, TimeProvider time, ILogger<PublishedKeys> log)
{
    private static readonly TimeSpan PerDocument = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FetchAtMost = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan AddressHolds = TimeSpan.FromHours(1);
    private static readonly TimeSpan BelievedFor = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private volatile Copy? _copy;
    private Task _fetch = Task.CompletedTask;
    private long? _fetchedLast;
    private int _askedLast;
    private (Uri Address, long Read)? _keysAt;

    /// <summary>The key of that id, or null when the issuer publishes none or cannot be asked.</summary>
    public async ValueTask<PublishedKey?> FindAsync(string keyId, CancellationToken ct)
    {
        var copy = _copy;
        var known = copy?.Keys.GetValueOrDefault(keyId);
        var age = copy is null ? TimeSpan.MaxValue : time.GetElapsedTime(copy.Read);
        if (known is not null && age < Fresh) return known;

        var fetch = FetchWhenDueAsync();
        if (known is null || age >= (copy!.IsStale ? BelievedFor : Old)) await fetch.WaitAsync(ct);

        return _copy is { } now && time.GetElapsedTime(now.Read) < BelievedFor ? now.Keys.GetValueOrDefault(keyId) : null;
    }

    private Uri? KnownAddress => _keysAt is { } at && time.GetElapsedTime(at.Read) < AddressHolds ? at.Address : null;

    private Task FetchWhenDueAsync()
    {
        lock (_gate)
        {
            if (!_fetch.IsCompleted) return _fetch;

            var needed = KnownAddress is null ? 2 : 1;
            if (_fetchedLast is { } last && time.GetElapsedTime(last) < PerDocument * Math.Max(_askedLast, needed)) return _fetch;

            (_fetchedLast, _askedLast) = (time.GetTimestamp(), needed);
            return _fetch = Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            using var late = new CancellationTokenSource(FetchAtMost, time);
            if (KnownAddress is not { } address)
                _keysAt = (address = await documents.FindKeysAsync(late.Token), time.GetTimestamp());

            var keys = await documents.ReadKeysAsync(address, late.Token);
            _copy = new Copy(keys.ToFrozenDictionary(StringComparer.Ordinal), time.GetTimestamp(), IsStale: false);
        }
        catch (Exception fault)
        {
            _keysAt = null;
            _copy = _copy is { } kept ? kept with { IsStale = true } : null;
            Log.NotFetched(log, fault.GetType().Name);
        }
    }

    /// <param name="Keys">By id.</param>
    /// <param name="Read">When, as a timestamp.</param>
    /// <param name="IsStale">The issuer did not answer when last asked: nobody waits for it with this copy in hand.</param>
    private sealed record Copy(FrozenDictionary<string, PublishedKey> Keys, long Read, bool IsStale);

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Warning, "The issuer's keys could not be fetched: {Fault}")]
        public static partial void NotFetched(ILogger logger, string fault);
    }
}
