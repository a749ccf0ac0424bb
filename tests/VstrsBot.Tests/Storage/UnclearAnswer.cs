namespace VstrsBot.Tests.Storage;

/// <summary>What may become of a commit on its way to the store and of the answer on its way back.</summary>
public enum UnclearAnswer
{
    /// <summary>All is well.</summary>
    None,

    /// <summary>It never arrives.</summary>
    NeverArrived,

    /// <summary>It is done, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>It is done, and something between sends it once more: what comes back is the answer to the second.</summary>
    SentTwice,

    /// <summary>A fault of the service, and it is not done.</summary>
    FaultNotDone,

    /// <summary>A fault of the service, and it is done.</summary>
    FaultDone,

    /// <summary>It is done, and the answer comes too late.</summary>
    TooLate,
}
