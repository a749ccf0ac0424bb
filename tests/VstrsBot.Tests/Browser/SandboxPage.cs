using Microsoft.Playwright;
using TeamsStandIn.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace VstrsBot.Tests.Browser;

/// <summary>The sandbox page in a browser, as somebody uses it with a mouse.</summary>
internal sealed class SandboxPage : IAsyncDisposable
{
    public const string Tom = "Tom Reed";
    public const string Priya = "Priya Shah";
    public const string Amir = "Amir Khan";
    public const string Leah = "Leah Brooks";
    public const string Channel = "Channel";

    private readonly List<string> faults = [];

    public SandboxPage(IPage page)
    {
        Page = page;
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, line) => faults.AddRange(line.Type is "error" or "warning" ? [$"{line.Text} {line.Location}"] : []);
    }

    public IPage Page { get; }

    public ILocator Next => Page.Locator("#next-words");

    public ILocator LiveIn => Page.Locator("#live-in");

    public ILocator Of(string person) => Page.Locator($"[data-column=\"{person}\"]");

    public ILocator Button(string person, string name) => Of(person).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    public Task PressAsync(string person, string button) => Button(person, button).ClickAsync();

    /// <summary>On a phone, shows that person; on a wide screen everybody is there.</summary>
    public async Task OpenTabAsync(string person)
    {
        var tab = Page.Locator($"[data-tab=\"{person}\"]");
        if (await tab.IsVisibleAsync()) await tab.ClickAsync();
    }

    public async Task SayAsync(string person, string text)
    {
        await Of(person).Locator(".compose input").Last.FillAsync(text);
        await Button(person, "Send").ClickAsync();
    }

    public Task SeesAsync(string person, string words) => Expect(Of(person).Locator(".messages").GetByText(words).Last).ToBeVisibleAsync();

    public Task NextIsAsync(string words) => Expect(Next).ToContainTextAsync(words);

    /// <summary>Waits until authority shows live in these places and no other.</summary>
    public async Task LiveInAsync(params string[] places)
    {
        await Expect(LiveIn).ToHaveTextAsync(places.Length is 0 ? "Authority shows live: nowhere" : $"Authority shows live in {places.Length} places: {string.Join(", ", places)}");
        await Expect(Page.Locator("[id=authority-live]")).ToHaveCountAsync(places.Length);
    }

    /// <summary>Fills in a form by the ids of its inputs, as the demo does, and presses its button.</summary>
    public Task FillAsync(string person, IReadOnlyDictionary<string, string> typed, string button) => FillInAsync(Of(person), typed, button);

    public async Task FillInAsync(ILocator where, IReadOnlyDictionary<string, string> typed, string button)
    {
        var form = where.Locator("form.card").Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) }).Last;
        foreach (var (id, value) in typed) await FillAsync(form.Locator($"[id=\"{id}\"]"), value);
        await form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>From nobody on duty to a live banner for Priya Shah.</summary>
    public async Task GoLiveAsync()
    {
        await ConfirmAsync();
        await PressAsync(Priya, "I have taken the call");
        await LiveInAsync("Tom Reed’s chat", "Priya Shah’s chat", "the channel");
    }

    public async Task AskAsync()
    {
        await PressAsync(Priya, "Go on duty");
        await SeesAsync(Priya, "You are on duty");
        await PressAsync(Tom, "Start a handoff");
        await FillAsync(Tom, DemoForms.FindSomeone, "Find someone");
        await Expect(Button(Priya, "Accept")).ToBeVisibleAsync();
    }

    public async Task ConfirmAsync()
    {
        await AskAsync();
        await PressAsync(Priya, "Accept");
        await FillAsync(Tom, DemoForms.Details, "Send details");
        await SeesAsync(Tom, "Details sent");
        await FillAsync(Priya, DemoForms.Code(TeamsStandIn.Sandbox.SandboxFolder.AdvisersCode), "Check SEES ID");
        await SeesAsync(Tom, "SEES ID confirmed");
        await Expect(Button(Priya, "I have taken the call")).ToBeVisibleAsync();
    }

    /// <summary>Said at the end of a test, and not when it closes: there it would hide why the test failed.</summary>
    public void HadNoFault() => Assert.Empty(faults);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private static async Task FillAsync(ILocator input, string value)
    {
        var field = input.Locator("input, select, textarea").Or(input.And(input.Page.Locator("input, select, textarea")));
        switch (await field.First.EvaluateAsync<string>("field => field.type"))
        {
            case "checkbox":
                await field.First.SetCheckedAsync(value == "true");
                break;
            case "radio":
                await input.Locator($"input[value=\"{value}\"]").CheckAsync();
                break;
            case "select-one":
                await field.First.SelectOptionAsync(new SelectOptionValue { Value = value });
                break;
            default:
                await field.First.FillAsync(value);
                break;
        }
    }
}
