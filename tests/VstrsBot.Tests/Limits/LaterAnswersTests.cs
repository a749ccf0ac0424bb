using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VstrsBot.Handoffs;
using VstrsBot.Limits;
using VstrsBot.Teams.Outbound;
using Xunit;

namespace VstrsBot.Tests.Limits;

/// <summary>An answer that found no place is given when there is one, and not when nobody waits for it any more.</summary>
public sealed class LaterAnswersTests
{
    private readonly FakeTimeProvider time = new();
    private readonly LaterAnswers answers;
    private readonly List<string> asked = [];

    public LaterAnswersTests() => answers = new LaterAnswers(time, NullLogger<LaterAnswers>.Instance);

    [Fact]
    public async Task It_is_given_once_there_is_a_place()
    {
        Exception? fault = new ConnectorException(429, DirectConnector.NoPlace, ambiguous: false, TimeSpan.FromSeconds(1));
        answers.Add(Answer("first", () => fault));
        answers.Add(Answer("second", () => null));
        await RoundAsync();
        fault = new StoreUnavailableException("down");
        await RoundAsync();
        fault = null;
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(["first", "second", "first", "first"], asked);
    }

    [Fact]
    public async Task After_half_a_minute_nobody_waits_for_it()
    {
        answers.Add(Answer("late", () => new ConnectorException(429, DirectConnector.NoPlace, ambiguous: false, TimeSpan.FromSeconds(1))));
        time.Advance(LaterAnswers.StillAwaited);
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(["late"], asked);
    }

    [Fact]
    public async Task What_Teams_refuses_is_not_given_again()
    {
        answers.Add(Answer("refused", () => new ConnectorException(403, "Forbidden", ambiguous: false)));
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(["refused"], asked);
    }

    [Fact]
    public async Task Nobody_looks_every_second_where_no_answer_waits()
    {
        Exception? fault = new StoreUnavailableException("down");
        Assert.Equal(TimeSpan.FromMinutes(1), answers.UntilNext);
        var added = answers.NextAsync();
        answers.Add(Answer("one", () => fault));
        await added;
        await RoundAsync();
        Assert.Equal(TimeSpan.FromSeconds(1), answers.UntilNext);

        fault = null;
        await RoundAsync();
        Assert.Equal(TimeSpan.FromMinutes(1), answers.UntilNext);
    }

    private Task RoundAsync() => answers.GiveAsync(TestContext.Current.CancellationToken);

    private Func<CancellationToken, Task> Answer(string name, Func<Exception?> fault) => _ =>
    {
        asked.Add(name);
        return fault() is { } met ? Task.FromException(met) : Task.CompletedTask;
    };
}
