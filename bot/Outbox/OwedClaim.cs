using System.Text.Json;
using VstrsBot.Handoffs;
using VstrsBot.Storage;

namespace VstrsBot.Outbox;

/// <summary>What the pump writes on an owed row: a standing claim, or when it may be tried next.</summary>
/// <param name="Until">A send is under way and is over by then.</param>
/// <param name="NotBefore">The next try.</param>
/// <param name="Tries">Failures so far.</param>
/// <param name="PutOff">How urgent the send was that failed and set <paramref name="NotBefore"/>.</param>
/// <param name="Banner">The send under way shows authority: if its outcome stays unknown it may still arrive late.</param>
internal sealed record OwedClaim(DateTimeOffset? Until, DateTimeOffset? NotBefore, int Tries, bool Banner = false, Urgency? PutOff = null)
{
    public static OwedClaim Read(string? text) =>
        text is null ? new OwedClaim(null, null, 0) : JsonSerializer.Deserialize<OwedClaim>(text, HandoffJson.Options)!;

    public string Write() => JsonSerializer.Serialize(this, HandoffJson.Options);

    /// <summary>What takes a banner away does not wait for what was put off before it.</summary>
    public bool FreeAt(DateTimeOffset now, Urgency urgency) =>
        !(Until > now) && (!(NotBefore > now) || (urgency == Urgency.End && PutOff is not null and not Urgency.End));
}
