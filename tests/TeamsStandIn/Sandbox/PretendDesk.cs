namespace TeamsStandIn.Sandbox;

/// <summary>The pretend tenant and the real bot, together: what the sandbox and the demo run on.</summary>
internal sealed record PretendDesk(StandIn Teams, BotProgram Bot, SandboxFolder Folder) : IAsyncDisposable
{
    private const int MostHellos = 20;

    /// <summary>Starts both, with the register imported.</summary>
    /// <param name="program">The bot's assembly.</param>
    /// <param name="folder">Emptied first.</param>
    /// <param name="options">The tenant.</param>
    /// <param name="times">Where the product's own times do not suit.</param>
    /// <param name="settings">Settings that win over the folder's, by the names of environment variables.</param>
    /// <exception cref="InvalidOperationException">The bot could not be set up or did not start; says why.</exception>
    public static async Task<PretendDesk> OpenAsync(
        string program, string folder, StandInOptions options, DeskTimes times, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null)
    {
        var teams = await StandIn.StartAsync(options, ct);
        var at = await SandboxFolder.WriteAsync(folder, teams, times, ct);
        var bot = new BotProgram(program, at, BotProgram.FreePort(options.Port is 0 ? 0 : 3978), settings);
        var desk = new PretendDesk(teams, bot, at);
        try
        {
            var (exit, said) = await bot.RunAsync(["register", "import", at.Register, "--yes"], ct);
            if (exit != 0)
                throw new InvalidOperationException($"The register could not be imported. {said}");
            await bot.StartAsync(ct);
            teams.ConnectBot(bot.Messages);
            teams.Bot = bot;
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Everybody says hello to the app, so that their first card is there: who they are, and what they can do. Who is not answered says it
    /// again: an answer to what was typed is owed to nobody, and a machine that is busy may lose one.
    /// </summary>
    /// <exception cref="InvalidOperationException">Somebody is not answered at all.</exception>
    public async Task MeetAsync(CancellationToken ct)
    {
        foreach (var client in Teams.Tenant.People.Select(person => Teams.As(person.Name)))
        {
            for (var said = 0; !client.Chat.Any(message => message.IsFromBot); said++)
            {
                if (said == MostHellos)
                    throw new InvalidOperationException($"The bot does not answer {client.Person.Name}. {Folder.LastWords()}");
                await client.SayAsync("me", ct);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
