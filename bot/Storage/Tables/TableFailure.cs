using Azure;
using VstrsBot.Handoffs;

namespace VstrsBot.Storage.Tables;

/// <summary>What an answer that is no success means.</summary>
internal static class TableFailure
{
    /// <summary>There is no such row; a missing table is something else.</summary>
    public static bool SaysNoRow(RequestFailedException answer) => answer is { Status: 404, ErrorCode: "ResourceNotFound" or "EntityNotFound" };

    /// <summary>A row was not as the change wanted it; or the change was made before, and what reports it is a second try.</summary>
    public static bool SaysRefused(RequestFailedException answer) =>
        SaysNoRow(answer) || answer is { Status: 409, ErrorCode: "EntityAlreadyExists" } or { Status: 412 };

    /// <summary>The change may stand, or may yet: no answer, one too late, or a fault of the service.</summary>
    public static bool LeavesUnsure(RequestFailedException answer) => answer.Status is 0 or 408 or 409 or >= 500;

    public static StoreUnavailableException Unavailable(Exception fault) => new($"The store cannot be used now: {Reason(fault)}. Nothing was changed.", fault);

    public static StoreUnsureException Unsure(Exception fault) => new($"The store did not say whether the changes stand: {Reason(fault)}.", fault);

    // The service's own message holds the address, and with it the row's key.
    private static string Reason(Exception fault) => fault switch
    {
        RequestFailedException { Status: > 0 } answer => $"it answered {answer.Status} {answer.ErrorCode}",
        OperationCanceledException => "no answer in time",
        _ => "no answer",
    };
}
