namespace VstrsBot.Teams.Inbound;

/// <summary>What the bot does with an activity that came from Teams, for this bot, in an allowed tenant.</summary>
internal interface IActivityHandler
{
    /// <summary>Whether whoever sent a message or an invoke is heard at all. False is answered 403: an activity does not show every guest.</summary>
    /// <param name="activity">Checked as <see cref="Activity"/> says.</param>
    /// <param name="ct">Ends when the answer would come too late.</param>
    Task<bool> HearsAsync(Activity activity, CancellationToken ct);

    /// <summary>Acts on it and says what to answer.</summary>
    /// <param name="activity">Checked as <see cref="Activity"/> says.</param>
    /// <param name="ct">Ends when the answer would come too late, not when the caller hangs up: what somebody pressed still counts.</param>
    /// <returns>
    /// The answer to an invoke; <see cref="InvokeResponse.NotImplemented"/> for a name it does not know. For anything else the answer is
    /// not looked at: Teams gets 200 and an empty body.
    /// </returns>
    Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken ct);
}
