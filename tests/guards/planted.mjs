// A bug in each rule of the pump, planted in turn: the simulation that ./test plays must find every one.
// node tests/guards/guards.mjs planted   plants these alone
const planted = (name, file, text, instead) => ({ name: `planted: ${name}`, file: `bot/${file}`, text, instead, tests: ["*SimulationTests", "*G22_TenThousandHandoffsTests"] });

export const bugs = [
  planted("complete without ETag", "Outbox/OwedCompletion.cs", "new RowChange.Delete(held.Row.Key, held.Row.Tag)", "new RowChange.Drop(held.Row.Key)"),
  planted("a claim is broken by a commit", "Outbox/OwedClaim.cs", "!Holds(Until, now, EffectSender.ClaimLasts) &&", "!(Holds(Until, now, EffectSender.ClaimLasts) && owed.Since <= Until - EffectSender.ClaimLasts) &&"),
  planted("a send outlasts its claim", "Outbox/EffectSender.cs", "if (time.GetUtcNow() + ConnectorCalls.Longest >= claimed.Until)", "if (claimed.Until is null)"),
  planted("the end is not sent again", "Outbox/EffectSender.cs", "return !drawing.ShowsAuthority ? time.GetUtcNow() + flights.Left(state.Id, surface, address.UnsureUntil) : null;", "return null;"),
  planted("expiry is awaited, not computed", "Handoffs/HandoffService.cs", "var due = Overdue(stored, unrecorded.Find(id), leases.MomentOf(stored), Roster.Nobody);", "IReadOnlyList<HandoffEvent> due = [];"),
];
