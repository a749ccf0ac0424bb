using System.Text;

namespace VstrsBot.Tests.Histories;

/// <summary>Why no order explains a history, in as few lines as can be: its shortest beginning that none explains, without the readings that are not needed for that.</summary>
internal static class Account
{
    /// <summary>Null where some order explains every answer.</summary>
    public static string? Of(IReadOnlyList<Operation> history)
    {
        if (Linearization.Explains(history))
            return null;

        var beginning = ShortestUnexplained(history);
        var last = beginning.MaxBy(operation => operation.Said is null ? 0 : operation.Returned)!;
        var needed = WithoutNeedless(beginning, last);

        var text = new StringBuilder("No order of these acts explains what was answered (call..answer, who, which handoff, what):\n");
        foreach (var operation in needed.Where(operation => operation.Said is not null || operation.Act.Handoff == last.Act.Handoff))
            text.Append(operation == last ? "  > " : "    ").Append(operation).Append('\n');
        return text.Append($"Without the answer at > an order explains them all. At > it allows: {Allowed(beginning, last)}.").ToString();
    }

    private static IReadOnlyList<Operation> ShortestUnexplained(IReadOnlyList<Operation> history)
    {
        var places = history.Where(operation => operation.Said is not null).Select(operation => operation.Returned).Order().ToList();
        var (low, high) = (0, places.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Linearization.Explains(History.UpTo(history, places[middle])) ? (middle + 1, high) : (low, middle);
        }

        return History.UpTo(history, places[low]);
    }

    /// <summary>What changes nothing is not needed, and an act whose answer is forgotten may still happen: what is refuted without them is refuted with them.</summary>
    private static List<Operation> WithoutNeedless(IReadOnlyList<Operation> beginning, Operation last)
    {
        var needed = beginning.Where(operation => operation.Said is not null || Linearization.MayChange(operation)).ToList();
        foreach (var operation in needed.Where(operation => operation != last && operation.Said is not null).ToList())
        {
            List<Operation> less = [.. needed.Where(other => other != operation)];
            if (Linearization.MayChange(operation))
                less.Insert(needed.IndexOf(operation), operation with { Returned = Operation.Never, Said = null });
            if (!Linearization.Explains(less))
                needed = less;
        }

        return needed;
    }

    private static string Allowed(IReadOnlyList<Operation> beginning, Operation last)
    {
        bool IsExplainedBy(Said said) => Linearization.Explains(beginning.Select(operation => operation == last ? operation with { Said = said } : operation));
        var people = beginning.Select(operation => operation.Act.By).Distinct().ToList();
        var allowed = Enum.GetValues<Stage>().Where(stage => int.IsPow2((int)stage) && IsExplainedBy(new Said(stage)))
            .Select(stage => $"{stage} (held by {string.Join(" or ", people.Where(person => IsExplainedBy(new Said(stage, person))).DefaultIfEmpty("nobody"))})");
        return string.Join(", ", allowed);
    }
}
