using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace VstrsBot.Tests.Teams;

/// <summary>Changes tokens and bodies at random: the same seed makes the same changes.</summary>
internal sealed class Mutant(int seed)
{
    private static readonly string[] Pieces =
    [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-0", "\\ud800", "\\u0000", "\u202E", "\0", "\"aud\":", "\"type\":", "\"message\"", "\"invoke\"",
        "28:", "29:", "msteams", "automatic", Ids.OtherTenant, "\"value\":[]", "\"from\":7", "9999999999999999999999", " ", "\n", "<at>", "&#x;",
    ];

    private readonly Random random = new(seed);

    /// <summary>The token with something changed in its characters, its parts, or what is written in them; its signature stays, or is another key's.</summary>
    public string Token(string good, TokenText anew)
    {
        var parts = good.Split('.');
        return random.Next(9) switch
        {
            0 => Changed(good),
            1 => Changed(Changed(good)),
            2 => good[..random.Next(good.Length)],
            3 => good + Character(),
            4 => string.Join('.', parts.OrderBy(_ => random.Next())),
            5 => $"{Rewritten(parts[0])}.{parts[1]}.{parts[2]}",
            6 => $"{parts[0]}.{Rewritten(parts[1])}.{parts[2]}",
            7 => $"{parts[0]}.{parts[1]}.{Encoded(Bytes(Base64Url.DecodeFromChars(parts[2])))}",
            _ => anew.Claim("jti", random.Next()).Signed(SigningKey.Second),
        };
    }

    /// <summary>The bytes with some of them changed, taken out, doubled, or with a piece of JSON put in.</summary>
    public byte[] Bytes(byte[] good)
    {
        var bytes = new List<byte>(good);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at - 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The activity with one to three of its members replaced by something of another kind, taken out, or filled with odd text.</summary>
    public JsonObject Json(JsonObject good)
    {
        var changed = good.DeepClone().AsObject();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var members = Members(changed).ToList();
            var (parent, name) = members[random.Next(members.Count)];
            parent[name] = random.Next(10) switch
            {
                0 => null,
                1 => random.Next(-1, 5),
                2 => true,
                3 => new JsonArray(1, null, "x"),
                4 => new JsonObject { ["x"] = new JsonObject() },
                5 => new string('9', random.Next(10_000)),
                6 => "",
                7 => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)])),
                8 => parent[OneOf(parent.Select(member => member.Key).ToList())]?.DeepClone(),
                _ => "‮[x](https://evil.example) <at>Leah</at> =1+1",
            };
        }

        return changed;
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonObject of) =>
        of.SelectMany(member => member.Value is JsonObject inner ? Members(inner).Prepend((of, member.Key)) : [(of, member.Key)]);

    public T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private string Changed(string text)
    {
        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Character().ToString()),
            _ => $"{text[..at]}{Character()}{text[(at + 1)..]}",
        };
    }

    private char Character() => random.Next(20) switch
    {
        0 => (char)random.Next(1, 0x2FFF),
        1 => ' ',
        2 => '.',
        _ => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/="[random.Next(67)],
    };

    private string Rewritten(string part) => Encoded(Bytes(Base64Url.DecodeFromChars(part)));

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
