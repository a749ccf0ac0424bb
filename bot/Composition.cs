using VstrsBot.Addresses;
using VstrsBot.Handlers;
using VstrsBot.Handlers.Drawing;
using VstrsBot.Handoffs;
using VstrsBot.Keys;
using VstrsBot.Limits;
using VstrsBot.Outbox;
using VstrsBot.Record;
using VstrsBot.Register;
using VstrsBot.Retention;
using VstrsBot.Storage;
using VstrsBot.Teams;
using VstrsBot.Teams.Inbound;
using VstrsBot.Telemetry;

namespace VstrsBot;

/// <summary>The one place that knows every part.</summary>
internal static class Composition
{
    /// <summary>The key of this machine's own time; the time of the desk has none.</summary>
    public const string Machine = "machine";

    public static IServiceCollection AddVstrsBot(this IServiceCollection services, BotSettings settings, DeskKeys keys, bool development = false)
    {
        services.AddSingleton(keys).AddSingleton(settings).AddSingleton(settings.Handoffs).AddSingleton(settings.Retention).AddSingleton(settings.Lists).AddSingleton(settings.Channel);
        services.AddKeyedSingleton(Machine, TimeProvider.System).AddSingleton(RandomSource.System);
        services.AddSingleton(at => StoreOpening.Open(settings.Store, at.GetRequiredKeyedService<TimeProvider>(Machine)));
        services.AddSingleton(at => new DeskTime(at.GetRequiredService<IHandoffStore>(), at.GetRequiredKeyedService<TimeProvider>(Machine)));
        services.AddSingleton<TimeProvider>(at => at.GetRequiredService<DeskTime>());

        services.AddSingleton(new RecordSeal(keys.Record)).AddSingleton<RecordChain>().AddSingleton<DayChain>();
        services.AddSingleton<SeesDigest>().AddSingleton<WorkingDataCipher>().AddSingleton<WorkingData>().AddSingleton<Snapshots>().AddSingleton<HandoffRows>().AddSingleton<HandoffLines>();

        services.AddSingleton<RegisterStore>().AddSingleton<RegisterReader>().AddSingleton<IDeskPeople, DeskPeople>();
        services.AddSingleton<HandoffTimes>().AddSingleton<HandoffDecider>().AddSingleton<LeaseWatch>().AddSingleton<UnrecordedEnds>().AddSingleton<LastSeen>().AddSingleton<OwedSignal>().AddSingleton<Rosters>().AddSingleton<HandoffService>();

        services.AddSingleton<RecordHolds>().AddSingleton<RetentionSweep>().AddSingleton<RetentionLoop>();

        services.AddTelemetry(settings.Telemetry);
        services.AddTeams(settings.Teams, development);
        services.AddSingleton<CallBudget>().AddSingleton<LaterLines>().AddSingleton<PressLines>().AddSingleton<IIdlePresses>(at => at.GetRequiredService<PressLines>()).AddSingleton<DirectConnector>().AddSingleton<LaterAnswers>();
        services.AddSingleton<AddressBook>().AddSingleton<DeskChannel>();
        services.AddSingleton<HandoffDrawings>().AddSingleton<IDrawings>(at => at.GetRequiredService<HandoffDrawings>());
        services.AddSingleton<CardPlaces>().AddSingleton<CardSender>().AddSingleton<SendTargets>().AddSingleton<OwedCompletion>().AddSingleton<Unshown>().AddSingleton<LateFlights>().AddSingleton<LateEndCards>().AddSingleton<EffectSender>().AddSingleton<StartSweep>();
        services.AddSingleton<OwedRows>().AddSingleton<Backlog>().AddSingleton<SendQueue>().AddSingleton<DueTimers>().AddSingleton<OutboxPump>();

        services.AddSingleton<Answers>().AddSingleton<KnownCards>().AddSingleton<Replies>().AddSingleton<DutyDesk>().AddSingleton<MeCards>();
        services.AddSingleton<HandoffPosting>().AddSingleton<DeskButtons>().AddSingleton<FormHandler>().AddSingleton<FreshHandoff>().AddSingleton<ButtonHandler>().AddSingleton<DialogHandler>();
        services.AddSingleton<TypedCommands>().AddSingleton<AfterTheEnd>().AddSingleton<MessageHandler>().AddSingleton<Outsiders>().AddSingleton<RosterHandler>().AddSingleton<IActivityHandler, ActivityDispatcher>();
        return services;
    }
}
