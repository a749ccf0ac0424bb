using System.Text;
using VstrsBot.Addresses;
using VstrsBot.Cards;
using VstrsBot.Cards.Views;
using VstrsBot.Forms;
using VstrsBot.Handoffs;
using VstrsBot.Register;
using VstrsBot.Storage;
using VstrsBot.Teams.Inbound;

namespace VstrsBot.Handlers;

/// <summary>Part 1 of the form: draws it, and posts the handoff. One draft makes one handoff, however often it is delivered.</summary>
internal sealed class HandoffPosting(
    IHandoffStore store, IDeskPeople people, RegisterReader register, Rosters rosters, HandoffService handoffs, DeskLists lists, DeskChannel channel, TimeProvider time,
    RandomSource random)
{
    private const int MostNumbers = 50;

    public const string NoSeesId = "The register holds no SEES ID for you, so a specialist could not check it. Ask your lead. Nothing was sent.";
    public const string NoChannel = "This desk has no channel yet. A lead must type \"use this channel\" in it. Nothing was sent.";

    /// <summary>A new form with a new draft.</summary>
    public Task<FindSomeoneForm> NewFormAsync(CancellationToken ct) => FormAsync(random.NewGuid().ToString("N"), ct);

    public async Task<InvokeResponse> SubmitAsync(Actor by, CardAction action, Sender sender, CancellationToken ct)
    {
        if (action["draft"] is not { Length: > 0 and <= 64 } draft || !draft.All(char.IsAsciiLetterOrDigit))
            return InvokeResponse.Error("BadRequest", Wording.BadPointer);
        if (await PostedFromAsync(by, draft, ct) is { } posted)
            return Done(posted, sender);

        var follows = await FollowsAsync(by, action, ct);
        var form = (await FormAsync(draft, ct)) with { Follows = follows?.Value };
        var reading = FindFormReader.Read(action.Data, form.Organisations.Select(o => o.Value), form.Areas.Select(a => a.Value));
        if (reading.Value is not { } request)
            return Faulty(form, reading);
        if (await people.SeesIdOnFileAsync(by.Id, ct) is null)
            return InvokeResponse.Message(NoSeesId);
        if (await channel.FindAsync(ct) is null)
            return InvokeResponse.Message(NoChannel);

        return Done(await PostAsync(by, request, follows, draft, sender, ct), sender);
    }

    private async Task<HandoffId> PostAsync(Actor by, FindRequest request, HandoffId? follows, string draft, Sender sender, CancellationToken ct)
    {
        for (var number = 0; number < MostNumbers; number++)
        {
            var id = HandoffId.Next(random.Below);
            try
            {
                var post = new Post(by, id, request.Organisation, request.Area, request.DebtStage, request.WhyNotVstrs, follows);
                await handoffs.ExecuteAsync(id, post, ct, () => [.. AlsoRows(by, id, draft, sender)]);
                return id;
            }
            catch (NumberTakenException)
            {
                if (await PostedFromAsync(by, draft, ct) is { } posted)
                    return posted;
            }
        }

        throw new StoreUnavailableException("No free handoff number was found.");
    }

    /// <summary>The ended handoff it follows: only one of their own.</summary>
    private async Task<HandoffId?> FollowsAsync(Actor by, CardAction action, CancellationToken ct) =>
        HandoffId.TryParse(action["follows"], out var before) && await handoffs.FindAsync(before, ct) is Ended ended && ended.Posting.Adviser.Id == by.Id
            ? before
            : null;

    /// <summary>The submission, and where its form is, so that the form is ended too.</summary>
    private static IEnumerable<RowChange> AlsoRows(Actor by, HandoffId id, string draft, Sender sender)
    {
        yield return new RowChange.Add(RowKeys.Submission(by.Id, draft), Encoding.UTF8.GetBytes(id.Value));
        if (sender is { InChannel: false, InDialog: false } && sender.Activity is { ReplyToId: { } form, Conversation.Id: { } chat, ServiceUrl: { } serviceUrl })
            yield return new RowChange.Put(RowKeys.Card(id, Surface.FindForm), HandoffJson.Write(new CardAddress(chat, form, serviceUrl)));
    }

    private async Task<HandoffId?> PostedFromAsync(Actor by, string draft, CancellationToken ct) =>
        await store.FindAsync(RowKeys.Submission(by.Id, draft), ct) is { } row ? HandoffId.Parse(Encoding.UTF8.GetString(row.Value)) : null;

    private async Task<FindSomeoneForm> FormAsync(string draft, CancellationToken ct)
    {
        var today = Clock.UkClock.Today(time.GetUtcNow());
        var organisations = (await register.NowAsync(ct)).OrganisationsOn(today);
        List<AreaChoice> areas = [];
        foreach (var area in lists.Areas)
        {
            var (roster, _) = await rosters.ForAsync(area.Value, handoff: null, ct);
            areas.Add(new AreaChoice(area.Title, area.Value, roster.OnDuty.Length, roster.OnDuty.Count(c => c.Free)));
        }

        return new FindSomeoneForm(draft, [.. organisations.Select(name => new Cards.Model.Choice(name, name))], areas);
    }

    /// <summary>In a dialog part 2 follows at once; it waits in the adviser's chat as well.</summary>
    private InvokeResponse Done(HandoffId id, Sender sender) => sender.InDialog
        ? Answers.Card(new DetailsFormAnswer(id.Value, id.Value, lists.Matters, new DetailsValues(), []))
        : Answers.Card(new FindSomeoneDoneCard(id.Value));

    private static InvokeResponse Faulty(FindSomeoneForm form, FormReading<FindRequest> reading)
    {
        List<string> faults = [.. reading.Faults.Select(fault => fault.Words)];
        return Answers.Faulty(form with { Values = Shown(reading.Shown), Faults = faults }, faults);
    }

    private static FindSomeoneValues Shown(IReadOnlyDictionary<string, string> typed) => new(
        typed.GetValueOrDefault(InputIds.CallerVerified), typed.GetValueOrDefault(InputIds.Organisation), typed.GetValueOrDefault(InputIds.Area),
        typed.GetValueOrDefault(InputIds.DebtStage), typed.GetValueOrDefault(InputIds.WhyNotVstrs));
}
