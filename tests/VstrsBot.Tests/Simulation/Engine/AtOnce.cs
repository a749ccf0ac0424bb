namespace VstrsBot.Tests.Simulation.Engine;

/// <summary>What is asynchronous by its form and yet done before it returns.</summary>
internal static class AtOnce
{
    public static T Of<T>(Func<Task<T>> call)
    {
        List<T> got = [];
        _ = TakeAsync();
        return got.Count == 1 ? got[0] : throw new InvalidOperationException("It was not done at once.");

        async Task TakeAsync() => got.Add(await call());
    }
}
