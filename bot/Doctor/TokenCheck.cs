using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;
using VstrsBot.Teams;
using VstrsBot.Teams.Outbound;

namespace VstrsBot.Doctor;

/// <summary>A token for Teams can be had now, not only from the cache of a process that serves.</summary>
internal sealed partial class TokenCheck(ITokenSource tokens, TeamsSettings teams) : ICheck
{
    public string Name => "Token";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        yield return await FaultAsync(ct) is { } fault
            ? Finding.Bad($"No token for Teams could be had: {fault}.", TokenAdvice.For(fault, teams))
            : Finding.Good("A token for Teams was had.");
    }

    private async Task<string?> FaultAsync(CancellationToken ct)
    {
        try
        {
            await tokens.AcquireAsync(force: true, ct);
            return null;
        }
        catch (MsalException refused)
        {
            // Entra's own number says most; the rest of its text quotes ids.
            return EntraCode().Match(refused.Message) is { Success: true } code ? code.Value : refused.ErrorCode;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return fault.GetType().Name;
        }
    }

    [GeneratedRegex("AADSTS[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EntraCode();
}
