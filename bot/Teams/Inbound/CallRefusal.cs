namespace VstrsBot.Teams.Inbound;

/// <summary>Why a call was turned away. For the counter and the log; the caller gets the status alone.</summary>
/// <param name="Status">401 not proven to come from Teams for this bot, 403 proven but not let in, 400, 408, 413 or 415 no activity.</param>
/// <param name="Reason">One word from this file.</param>
internal sealed record CallRefusal(int Status, string Reason)
{
    public static readonly CallRefusal Token = new(StatusCodes.Status401Unauthorized, nameof(Token));
    public static readonly CallRefusal Channel = new(StatusCodes.Status401Unauthorized, nameof(Channel));
    public static readonly CallRefusal ServiceUrl = new(StatusCodes.Status401Unauthorized, nameof(ServiceUrl));
    public static readonly CallRefusal ServiceHost = new(StatusCodes.Status403Forbidden, nameof(ServiceHost));
    public static readonly CallRefusal Recipient = new(StatusCodes.Status403Forbidden, nameof(Recipient));
    public static readonly CallRefusal Tenant = new(StatusCodes.Status403Forbidden, nameof(Tenant));
    public static readonly CallRefusal Sender = new(StatusCodes.Status403Forbidden, nameof(Sender));
    public static readonly CallRefusal ContentType = new(StatusCodes.Status415UnsupportedMediaType, nameof(ContentType));
    public static readonly CallRefusal TooSlow = new(StatusCodes.Status408RequestTimeout, nameof(TooSlow));
    public static readonly CallRefusal TooLong = new(StatusCodes.Status413PayloadTooLarge, nameof(TooLong));
    public static readonly CallRefusal Body = new(StatusCodes.Status400BadRequest, nameof(Body));
}
