using Microsoft.Extensions.DependencyInjection;
using VstrsBot.Keys;
using VstrsBot.Register;

namespace VstrsBot.Tests.Journeys;

/// <summary>The register of a desk as its owner keeps it: files that are imported.</summary>
internal static class DeskRegister
{
    /// <summary>Imports everybody but <paramref name="without"/>, and other organisations when they are named.</summary>
    /// <returns>What the import said.</returns>
    public static async Task<string> ImportAsync(Desk desk, IReadOnlyList<Extra> also, string? without, string[] organisations)
    {
        var lines = new List<string>
        {
            "objectId,name,role,seesId,areas,phone,from,to",
            $"{desk.Tom.Person.ObjectId},Tom Reed,adviser,{Desk.Code},,07700 900123,,",
            $"{desk.Priya.Person.ObjectId},Priya Shah,specialist,,courtAction,07700 900461,,",
            $"{desk.Amir.Person.ObjectId},Amir Khan,specialist,,courtAction,07700 900462,,",
            $"{desk.Leah.Person.ObjectId},Leah Brooks,lead,,courtAction;VSTRS,07700 900463,,",
        };
        lines.AddRange(also.Where(extra => extra.Role is not null)
            .Select((extra, n) => $"{desk.Teams.As(extra.Name).Person.ObjectId},{extra.Name},{extra.Role},{extra.SeesId},{extra.Areas},07700 {900500 + n},,"));
        lines.RemoveAll(line => without is not null && line.Contains(without, StringComparison.Ordinal));
        var from = Directory.CreateDirectory(Path.Combine(desk.Folder, "register")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(from, "people.csv"), lines);
        if (organisations.Length > 0)
            await File.WriteAllLinesAsync(Path.Combine(from, "organisations.csv"), ["name,from,to", .. organisations]);
        var files = new RegisterFiles(Guid.Parse(desk.Teams.Options.TenantId), desk.Parts.GetRequiredService<SeesDigest>(), ["courtAction", "timeToPay"]);
        var import = new RegisterImport(desk.Parts.GetRequiredService<RegisterStore>(), files, desk.Time);
        var output = new StringWriter();
        if (await import.RunAsync(from, () => true, output, CancellationToken.None) != 0)
            throw new InvalidOperationException(output.ToString());
        return output.ToString();
    }
}
