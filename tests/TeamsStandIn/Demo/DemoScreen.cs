using TeamsStandIn.Clients;

namespace TeamsStandIn.Demo;

/// <summary>Prints what each person sees that they did not see at the step before.</summary>
internal sealed class DemoScreen(StandIn teams, TextWriter output)
{
    private readonly Dictionary<(string Person, string Message), string> seen = [];
    private readonly Dictionary<string, int> alerts = [];

    public async Task TitleAsync(int step, string title) => await output.WriteLineAsync($"\n===== {step}. {title}");

    public Task SayAsync(string line) => output.WriteLineAsync(line);

    public async Task ShowAsync()
    {
        foreach (var person in teams.Tenant.People)
        {
            var client = teams.As(person.Name);
            var news = Alerts(client).Concat(News(client, "own chat", client.Chat)).Concat(News(client, "DMB channel", client.Channel)).ToList();
            await output.WriteLineAsync($"\n--- {person.Name} sees {(news.Count == 0 ? "nothing new" : "")}");
            foreach (var line in news)
                await output.WriteLineAsync(line);
        }
    }

    private IEnumerable<string> Alerts(PersonClient client)
    {
        var all = client.Alerts;
        var before = alerts.GetValueOrDefault(client.Person.Name);
        alerts[client.Person.Name] = all.Count;
        return all.Skip(before).Select(alert => $"  (alert) {alert.Text}");
    }

    private IEnumerable<string> News(PersonClient client, string place, IReadOnlyList<SeenMessage> messages)
    {
        foreach (var message in messages)
        {
            var key = (client.Person.Name, message.Id);
            var before = seen.GetValueOrDefault(key);
            if (before == message.Text)
                continue;
            seen[key] = message.Text;
            yield return $"  [{place}, {message.At:HH:mm:ss} UTC, {message.Author ?? "the app"}, {(before is null ? "new" : "changed")}{(message.IsOwnView ? ", shown to them alone" : "")}]";
            foreach (var line in message.Text.Split('\n'))
                yield return $"    {line}";
        }
    }
}
