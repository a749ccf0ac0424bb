namespace VstrsBot.Storage;

/// <summary>Keeps what was read from a text for the next look at the same text.</summary>
/// <typeparam name="T">What cannot be changed once it is read, and holds nothing about a customer.</typeparam>
/// <param name="places">Of what is kept at most: a place is given to whoever came last.</param>
/// <param name="read">Null where this release cannot read it.</param>
internal sealed class TextMemo<T>(int places, Func<string?, T?> read)
    where T : class
{
    private readonly Kept?[] kept = new Kept?[places];
    private readonly T? ofNothing = read(null);

    public T? Find(string? text)
    {
        if (text is null)
            return ofNothing;
        ref var place = ref kept[(uint)string.GetHashCode(text, StringComparison.Ordinal) % places];
        if (Volatile.Read(ref place) is { } before && before.Text == text)
            return before.Read;

        var now = read(text);
        Volatile.Write(ref place, new Kept(text, now));
        return now;
    }

    private sealed record Kept(string Text, T? Read);
}
