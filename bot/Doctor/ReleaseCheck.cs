using System.Runtime.CompilerServices;
using VstrsBot.Teams;

namespace VstrsBot.Doctor;

/// <summary>The runtime has its security fixes, and administrators know which Teams app goes with this release.</summary>
/// <param name="production">Elsewhere an old runtime serves, and is warned of.</param>
internal sealed class ReleaseCheck(bool production) : ICheck
{
    public string Name => "Release";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield return Runtime(Environment.Version, production);
        yield return Finding.Good($"Goes with version {AppManifest.OfThisRelease.Version} of the Teams app: the Teams admin centre must show the same.");
    }

    internal static Finding Runtime(Version running, bool production)
    {
        const string ToDo = "Install the newest servicing release of .NET 10, or deploy the container.";
        var old = $".NET {running} is older than {RuntimeFloor.Oldest}: in Production it does not serve.";
        return running >= RuntimeFloor.Oldest ? Finding.Good($".NET {running}.") : production ? Finding.Bad(old, ToDo) : Finding.Warn(old, ToDo);
    }
}
