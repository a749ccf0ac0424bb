using System.Runtime.CompilerServices;
using System.Text.Json;
using VstrsBot.Cards;
using VstrsBot.Cards.Gallery;
using VstrsBot.Cards.Model;
using VstrsBot.Cards.Views;
using Xunit;

namespace VstrsBot.Tests.Cards;

public sealed class GalleryTests
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../cards/Gallery"));

    private static bool Redraw => Environment.GetEnvironmentVariable("REDRAW_GALLERY") == "1";

    public static TheoryData<string> Names => [.. Samples.All.Select(sample => sample.Name)];

    /// <summary>Run with REDRAW_GALLERY=1 to write the golden files anew; the change is then reviewed as any other.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Each_card_is_drawn_as_in_its_golden_file(string name)
    {
        var sample = Find(name);
        if (Redraw) Draw(sample);
        Assert.Equal(File.ReadAllText(GoldenOf(sample)), Drawn(sample));
    }

    [Fact]
    public void No_golden_file_is_left_over()
    {
        if (Redraw)
        {
            foreach (var sample in Samples.All) Draw(sample);
        }

        var files = Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order();
        Assert.Equal(Samples.All.Select(sample => sample.Name).Order(), files);
    }

    [Theory, MemberData(nameof(Names))]
    public void No_card_draws_a_complaint(string name) => Assert.Empty(CardLint.Complaints(CardJson.ToElement(Find(name).View.Render())));

    [Theory, MemberData(nameof(Names))]
    public void What_is_over_has_no_refresh_and_nothing_to_press(string name)
    {
        var sample = Find(name);
        var card = CardJson.ToElement(sample.View.Render());
        if (sample.Final) Assert.Null(card.Child("refresh"));
        if (sample.WithoutActions) Assert.Empty(card.Buttons());
        if (!sample.WithoutActions && !sample.Name.Contains("channel")) Assert.True(card.Buttons().Any() || sample.View is HelpCard or NotOnRegisterCard);
    }

    [Fact]
    public void Every_card_has_a_sample()
    {
        var views = typeof(ICardView).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICardView)) && !type.IsInterface);
        Assert.Empty(views.Except(Samples.All.Select(sample => sample.View.GetType())).Select(view => view.Name));
    }

    [Fact]
    public void Every_card_is_either_a_message_or_an_answer() =>
        Assert.All(Samples.All, sample => Assert.True(sample.View is IMessageView ^ sample.View is IAnswerView, sample.Name));

    [Fact]
    public void Every_verb_and_every_input_stands_on_some_card()
    {
        var cards = Samples.All.Select(sample => CardJson.ToElement(sample.View.Render())).ToList();
        Assert.Empty(CardLint.ConstantsOf(typeof(Verbs)).Except(cards.SelectMany(card => card.OfType("Action.Execute", "Action.Submit")).Select(action => action.Text("verb")!)));
        Assert.Empty(CardLint.ConstantsOf(typeof(InputIds)).Except(cards.SelectMany(card => card.Inputs()).Select(input => input.Text("id")!)));
    }

    [Fact]
    public void No_input_is_named_as_what_a_button_carries()
    {
        var keys = typeof(CardData).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.Empty(CardLint.ConstantsOf(typeof(InputIds)).Intersect(keys));
    }

    [Fact]
    public void No_message_can_hold_what_is_known_of_the_customer()
    {
        Type[] ofTheCustomer = [typeof(CustomerDetails), typeof(DetailsValues), typeof(LiveDetail), typeof(WrapUpValues)];
        var messages = typeof(IMessageView).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IMessageView)));
        Assert.DoesNotContain(messages, view => view.GetProperties().Any(property => ofTheCustomer.Contains(property.PropertyType)));
    }

    private static void Draw(Sample sample) => File.WriteAllText(GoldenOf(sample), Drawn(sample));

    /// <summary>What stands in its golden file.</summary>
    internal static string Drawn(Sample sample) => CardJson.WriteIndented(sample.View.Render()) + "\n";

    private static string GoldenOf(Sample sample) => Path.Combine(Folder, $"{sample.Name}.json");

    private static Sample Find(string name) => Samples.All.Single(sample => sample.Name == name);

    private static string Here([CallerFilePath] string path = "") => path;
}
