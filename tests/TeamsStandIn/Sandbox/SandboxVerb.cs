namespace TeamsStandIn.Sandbox;

/// <summary><c>sandbox</c>: both programs, to be driven by hand.</summary>
internal static class SandboxVerb
{
    /// <returns>0 after it is told to stop; 2 when it could not start.</returns>
    public static async Task<int> RunAsync(string program, string folder, int port, CancellationToken ct)
    {
        try
        {
            var options = new StandInOptions { Port = BotProgram.FreePort(port), AutoRefresh = true, CheckInputs = true };
            await using var desk = await PretendDesk.OpenAsync(program, folder, options, DeskTimes.Product, ct);
            await desk.MeetAsync(ct);
            await Console.Out.WriteLineAsync(HowToDrive(desk));
            await desk.Teams.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (InvalidOperationException notStarted)
        {
            await Console.Error.WriteLineAsync($"Could not start. {notStarted.Message}");
            return 2;
        }
    }

    private static string HowToDrive(PretendDesk desk)
    {
        var control = $"{desk.Teams.BaseUrl}/control";
        return $"""

            Open {desk.Teams.BaseUrl}/

            The bot serves on {desk.Bot.Address} and a pretend Teams on {desk.Teams.BaseUrl}. Everybody in it is invented.
            Tom Reed is the adviser, with the SEES ID {SandboxFolder.AdvisersCode}. Priya Shah and Amir Khan are specialists. Leah Brooks leads them.

            Without the page:
            See what someone sees   curl '{control}/people/Priya%20Shah/view?as=text'
            Go on duty              {Post(control, "people/Priya%20Shah/say", """{"text":"on duty"}""")}
            Ask for the form        {Post(control, "people/Tom%20Reed/say", """{"text":"handoff"}""")}
            Send part 1             {Post(control, "people/Tom%20Reed/press", Part1)}
            Press a button          {Post(control, "people/Priya%20Shah/press", """{"button":"Accept"}""")}
            Make Teams fail         {Post(control, "faults", """{"op":"Update","kind":"Status","status":503}""")}

            Settings, store and log are in {desk.Folder.Path}. Stop with Ctrl+C.
            """;
    }

    private const string Part1 =
        """{"button":"Find someone","inputs":{"callerVerified":"true","organisation":"TaxAid","area":"courtAction","debtStage":"notKnown","whyNotVstrs":"stage"}}""";

    private static string Post(string control, string path, string body) => $"curl -H 'Content-Type: application/json' -d '{body}' '{control}/{path}'";
}
