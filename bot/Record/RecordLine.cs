namespace VstrsBot.Record;

/// <summary>What is to be recorded: a line before it has its place in a chain. Holds nothing about the customer.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened, for example <c>SpecialistClaimed</c>.</param>
/// <param name="By">Who acted, as objectId@tenant; null when it was the desk itself.</param>
/// <param name="Name">The name the register held for them then, if any.</param>
/// <param name="Facts">What else is known. Written in ordinal order of its names.</param>
internal sealed record RecordEntry(
    DateTimeOffset At, string Kind, string? By = null, string? Name = null, IReadOnlyDictionary<string, string>? Facts = null);

/// <summary>One line of the record.</summary>
/// <param name="Chain">The handoff number, or the UTC day (yyyy-MM-dd) for what belongs to no handoff.</param>
/// <param name="Seq">From 1, without gaps.</param>
/// <param name="At">UTC.</param>
/// <param name="Mac">Base64 of HMAC-SHA-256(record key, the MAC before + the canonical line).</param>
/// <param name="Stored">The bytes of the row and of the export: the canonical line with its MAC as the last member.</param>
internal sealed record RecordLine(
    string Chain, long Seq, DateTimeOffset At, string Kind, string? By, string? Name,
    IReadOnlyDictionary<string, string> Facts, string Mac, ReadOnlyMemory<byte> Stored);
