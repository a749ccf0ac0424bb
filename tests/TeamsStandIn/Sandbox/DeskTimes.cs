namespace TeamsStandIn.Sandbox;

/// <summary>Times of the bot's settings, where the product's own do not suit a play.</summary>
/// <param name="Lease">How long a banner may be believed.</param>
/// <param name="SendTimeout">How long one call to the pretend Teams may take.</param>
internal sealed record DeskTimes(TimeSpan? Lease = null, TimeSpan? SendTimeout = null)
{
    public static readonly DeskTimes Product = new();
}
