using System.Text;
using VstrsBot.Handoffs;
using VstrsBot.Tests.Simulation.People;
using VstrsBot.Tests.Simulation.Pretend;

namespace VstrsBot.Tests.Simulation.Rules;

/// <summary>Nothing about the customer, and no code, stands in a message or in a row that is not encrypted; nothing new shows authority: H9, H12, G11, PR1, VE2.</summary>
internal static class PrivacyRules
{
    private static readonly string[] Secrets = [Habits.Canary, Habits.Reference, .. Habits.CodeBegins];
    private static readonly byte[][] InBytes = [.. Secrets.Select(Encoding.UTF8.GetBytes)];

    public static void Check(IReadOnlyCollection<RowChange> changes, Action<string> broken)
    {
        foreach (var change in changes)
        {
            var value = change switch { RowChange.Add add => add.Value, RowChange.Replace replace => replace.Value, RowChange.Put put => put.Value, _ => [] };
            foreach (var secret in InBytes)
            {
                if (value.AsSpan().IndexOf(secret) is var at and >= 0)
                    broken($"H12: {change.Key} holds {Encoding.UTF8.GetString(secret)} in …{Encoding.UTF8.GetString(value[Math.Max(0, at - 30)..Math.Min(value.Length, at + 30)])}…");
            }
        }
    }

    public static void Check(Outgoing outgoing, Action<string> broken)
    {
        if (outgoing.Message is null && outgoing.What.SaysLive)
            broken($"H9: authority was posted to {outgoing.Conversation}.");
        if (Array.Find(Secrets, secret => outgoing.What.Text.Contains(secret, StringComparison.Ordinal)) is { } found)
            broken($"H9: {found} was sent to {outgoing.Conversation}.");
    }

    public static bool HoldsSecrets(string text) => Array.Exists(Secrets, secret => text.Contains(secret, StringComparison.Ordinal));
}
