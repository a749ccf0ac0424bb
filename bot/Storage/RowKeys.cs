using VstrsBot.Handoffs;

namespace VstrsBot.Storage;

/// <summary>Where each thing of a desk stands. Keys sort in ordinal order, so each kind is one tight range.</summary>
internal static class RowKeys
{
    /// <summary>State, version and head of the record chain of one handoff.</summary>
    public static string Handoff(HandoffId id) => $"h|{id}";

    public static readonly (string From, string Before) AllHandoffs = ("h|", "h}");

    /// <summary>Working data, encrypted.</summary>
    public static string WorkingData(HandoffId id) => $"w|{id}";

    public static readonly (string From, string Before) AllWorkingData = ("w|", "w}");

    /// <summary>A card's address and what it last showed.</summary>
    public static string Card(HandoffId id, Surface surface) => $"c|{id}|{surface}";

    public static (string From, string Before) CardsOf(HandoffId id) => ($"c|{id}|", $"c|{id}}}");

    public static readonly (string From, string Before) AllCards = ("c|", "c}");

    /// <summary>What is owed to Teams now.</summary>
    public static string Owed(HandoffId id, Effect effect) => $"o|{id}|{effect.Key}";

    public static readonly (string From, string Before) AllOwed = ("o|", "o}");

    public static (string From, string Before) OwedOf(HandoffId id) => ($"o|{id}|", $"o|{id}}}");

    /// <summary>A timer: when it is due stands in its key, so what is due is one range.</summary>
    public static string Timer(DateTimeOffset due, HandoffId id) => $"t|{due.UtcTicks:D19}|{id}";

    public static readonly (string From, string Before) AllTimers = ("t|", "t}");

    public static (string From, string Before) TimersUpTo(DateTimeOffset now) => ("t|", $"t|{now.UtcTicks + 1:D19}");

    public static DateTimeOffset DueOf(string timer) => new(long.Parse(Part(timer, 1)), TimeSpan.Zero);

    /// <exception cref="FormatException">The key names no handoff.</exception>
    public static HandoffId HandoffOf(string key) => FindHandoffOf(key) ?? throw new FormatException("No handoff stands in the key.");

    /// <summary>The handoff that a row belongs to; null where its key names none that this release knows.</summary>
    public static HandoffId? FindHandoffOf(string key) => HandoffId.TryParse(Part(key, key[0] == 't' ? 2 : 1), out var id) ? id : null;

    /// <summary>A form sent, by its draft, and each delivery that changed something: delivered again, it finds here what it did.</summary>
    public static string Submission(PersonId person, string draft) => $"k|{person}|{draft}";

    public static readonly (string From, string Before) AllSubmissions = ("k|", "k}");

    /// <summary>Limits of a person, and the handoff they hold.</summary>
    public static string Availability(PersonId person) => $"l|{person}";

    public static readonly (string From, string Before) AllAvailability = ("l|", "l}");

    /// <summary>A person's address.</summary>
    public static string Address(PersonId person) => $"p|{person}";

    /// <summary>That people were told a fact about what Teams keeps from being shown: they are told once.</summary>
    public static string Told(HandoffId id, Line fact) => $"n|{id}|{fact}";

    public static readonly (string From, string Before) AllTold = ("n|", "n}");

    /// <summary>When the last calls to Teams were, in one conversation or all.</summary>
    public static string Calls(string digest) => $"b|{digest}";

    public static readonly (string From, string Before) AllCalls = ("b|", "b}");

    /// <summary>Keeps open numbers different in two places.</summary>
    public static IEnumerable<string> Reserved(HandoffId id) => id.Neighbourhood().Select(pattern => $"x|{pattern}");

    /// <summary>One reserved row of each open handoff, the one with its first place left open: what is open is one tight range.</summary>
    public static readonly (string From, string Before) AllOpen = ("x|_", "x|`");

    /// <summary>When an instance last renewed what was due.</summary>
    public static string Heartbeat(string instance) => $"s|heartbeat|{instance}";

    public static readonly (string From, string Before) AllHeartbeats = ("s|heartbeat|", "s|heartbeat}");

    /// <summary>When a back-up was taken: stands in the back-up alone.</summary>
    public const string BackedUp = "s|backup";

    /// <summary>What a back-up leaves out: everything about customers, and signs of life.</summary>
    public static readonly IReadOnlyList<(string From, string Before)> NotCopied = [("w|", "w}"), AllHeartbeats, ("s|doctor|", "s|doctor}")];

    /// <summary>The desk's channel, where a lead chose it.</summary>
    public const string Channel = "s|channel";

    /// <summary>What stands between two bars; nothing where the key has fewer.</summary>
    private static ReadOnlySpan<char> Part(ReadOnlySpan<char> key, int place)
    {
        foreach (var part in key.Split('|'))
        {
            if (place-- == 0)
                return key[part];
        }

        return [];
    }
}
