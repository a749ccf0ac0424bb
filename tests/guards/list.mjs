// Each guard of the trust boundary: where it stands, what it is, and what is left when it is taken out.
// `tests` are the test classes that must see it.
const inbound = "bot/Teams/Inbound/";
const outbound = "bot/Teams/Outbound/";
const core = "bot/Handoffs/";

const token = (name, file, text, instead = "") => ({ name, file: inbound + file, text, instead, tests: ["*ForgedTokenTests", "*MutatedTokenTests", "*KeyRolloverTests"] });
const door = (name, file, text, instead = "") => ({ name, file: inbound + file, text, instead, tests: ["*WhoGetsInTests", "*BodyTests", "*KeyRolloverTests"] });
const out = (name, file, text, instead = "") => ({ name, file: outbound + file, text, instead, tests: ["*ServiceHostTests", "*ConnectorFaultTests", "*ConnectorCallTests", "*TeamsSettingsTests"] });
const rule = (name, file, text, instead = "") => ({ name, file: core + file, text, instead, tests: ["VstrsBot.Tests.Handoffs.*", "*G16_AttemptLimitTests"] });
const desk = (name, file, text, instead = "") => ({ name, file: `bot/${file}`, text, instead, tests: ["*Boundary*", "*GoldenPathTests"] });
const playground = (name, text, instead = "", file = "PlaygroundCalls.cs") => ({ name: `Playground: ${name}`, file: `bot/Teams/Playground/${file}`, text, instead, tests: ["*PlaygroundSwitchTests", "*PlaygroundStartTests"] });

export const guards = [
  token("scheme is Bearer", "BotTokenValidation.cs", "!header.StartsWith(Scheme, StringComparison.Ordinal)", "header.Length < Scheme.Length"),
  token("one Authorization header", "BotTokenValidation.cs", "authorization is not [{ } header] ||", "authorization is not [{ } header, ..] ||"),
  token("signature", "BotTokenValidation.cs", "IssuerSigningKey = key.Key,", "SignatureValidator = (text, _) => new JsonWebToken(text),"),
  token("algorithm", "BotTokenValidation.cs", "ValidAlgorithms = [SecurityAlgorithms.RsaSha256],"),
  token("issuer", "BotTokenValidation.cs", "ValidIssuer = settings.Issuer,", "ValidateIssuer = false,"),
  token("audience", "BotTokenValidation.cs", "ValidAudience = settings.AppId,", "ValidateAudience = false,"),
  token("audience to the letter", "BotTokenValidation.cs", "IgnoreTrailingSlashWhenValidatingAudience = false,"),
  token("token not run out", "BotTokenValidation.cs", " && now - Skew < end"),
  token("token begun", "BotTokenValidation.cs", " && start <= now + Skew"),
  token("key's certificate in date", "BotTokenValidation.cs", " || !key.IsInDate(time.GetUtcNow(), Skew)"),
  token("critical extensions", "TokenShape.cs", '&& !header.TryGetProperty("crit", out _)'),
  token("one audience", "TokenShape.cs", '&& Text(claims, "aud") is not null'),
  token("end is a number of seconds", "TokenShape.cs", '&& IsSecond(claims, "exp")'),
  token("no claim twice", "TokenShape.cs", "AllowDuplicateProperties = false, "),
  token("one spelling of a signature", "TokenShape.cs", "Base64Url.EncodeToString(bytes) == part ? bytes : null", "bytes"),
  token("key long enough", "PublishedKey.cs", "if (key.KeySize < ShortestBits) return null;"),
  token("key for signatures", "PublishedKey.cs", 'Use: null or "sig", '),
  token("two fetches a minute", "PublishedKeys.cs", "time.GetElapsedTime(last) < PerDocument * Math.Max(_askedLast, needed)", "time.GetElapsedTime(last) < TimeSpan.Zero"),
  token("keys at a safe address", "KeyDocuments.cs", " || !IsAsSafeAs(metadata, keys)"),

  door("channel", "ActivityRules.cs", 'activity.ChannelId != "msteams" || ', "activity.ChannelId is null || "),
  door("endorsement", "ActivityRules.cs", " || !token.Endorsements.Contains(activity.ChannelId)"),
  door("service address of the token", "ActivityRules.cs", "if (!IsSameAddress(activity.ServiceUrl, token.ServiceUrl)) return CallRefusal.ServiceUrl;"),
  door("host list, inbound", "ActivityRules.cs", "if (!hosts.Allow(activity.ServiceUrl)) return CallRefusal.ServiceHost;"),
  door("recipient", "ActivityRules.cs", "if (!IsThisBot(activity.Recipient?.Id)) return CallRefusal.Recipient;"),
  door("tenant", "ActivityRules.cs", "&& _tenants.Contains(tenant)"),
  door("tenants agree", "ActivityRules.cs", "&& named.All(other => other is null || Activity.GuidOf(other) == tenant)"),
  door("object id", "ActivityRules.cs", "&& Activity.GuidOf(sender.AadObjectId) is not null"),
  door("guests", "ActivityRules.cs", '&& (sender.UserRole is null || string.Equals(sender.UserRole, "user", StringComparison.OrdinalIgnoreCase))'),
  door("length of the body", "ActivityBody.cs", "read.Buffer.Length <= limit ?", "read.Buffer.Length >= 0 ?"),
  door("no member twice", "ActivityJson.cs", "AllowDuplicateProperties = false,"),
  door("whole characters", "ActivityJson.cs", " && HasWholeTexts(body)"),

  playground("a token that is there is good", "if (call.Headers.Authorization.Count > 0) return await tokens.ProveAsync(call, ct); // a token that is there must be good", "await Task.CompletedTask;"),
  playground("caller on this machine", "&& IPAddress.IsLoopback(from)"),
  playground("called on this machine", "&& IPAddress.IsLoopback(to)"),
  playground("called by this machine's name", "&& IsThisMachine(call.Host.Host)"),
  playground("no browser, proxy or tunnel", "&& !ForSomebodyElse.Any(call.Headers.ContainsKey)"),
  playground("Development alone", "settings.Playground is null || development ? null", "settings.Playground is null || !development ? null", "PlaygroundSwitch.cs"),
  playground("not in Production", "if (production) yield return new SettingFault(Name, OnlyInDevelopment);\n        else if", "if", "PlaygroundSwitch.cs"),

  out("host list, outbound", "ConnectorCalls.cs", "if (!hosts.Allow(serviceUrl)) throw new ConnectorException(status: 0, ConnectorException.HostNotAllowed, ambiguous: false);"),
  out("hosts whole, not by their end", "ServiceHosts.cs", "&& _origins.Contains(address.GetLeftPart(UriPartial.Authority))", '&& _origins.Any(origin => address.GetLeftPart(UriPartial.Authority).EndsWith(origin.Split("//")[1], StringComparison.OrdinalIgnoreCase))'),
  out("loopback in Production", "ServiceHosts.cs", "? !production && Uri.TryCreate", "? Uri.TryCreate"),
  out("a fresh token after 401", "ConnectorCalls.cs", "await TokenAsync(refused: token, either.Token, ct), either.Token, ct);", "token, either.Token, ct);"),
  out("an id is one step of the path", "Connector.cs", '"" or "." or ".."', '"\\0"'),
  out("redirects", "../TeamsRegistration.cs", "handler.AllowAutoRedirect = false;", "handler.AllowAutoRedirect = true;"),
  { ...out("letters as they are", "../WireJson.cs", "{ Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }", "{ }"), tests: ["*LongTextTests"] },
  out("words are no markup", "OutgoingActivity.cs", 'activity["textFormat"] = "plain";'),
  out("unseen characters in words", "../PlainWords.cs", "else if (!IsUnseen(rune)) plain", "else plain"),

  desk("register", "Handlers/ButtonHandler.cs", "if (await found is not { } by)", 'var by = await found ?? new Actor(new Person(sender.Id, "?"), Roles.Specialist);\n        if (by.Roles == Roles.None)'),
  desk("role", "Handlers/ButtonHandler.cs", "if (!WhoMay.Do(action.IsAutomatic ? Verbs.View : action.Verb, by.Roles))", "if (WhoMay.RightTo(action.Verb) is null)"),
  { ...desk("people of other tenants, by Teams' record", "Handlers/Outsiders.cs", "member when member.IsOutsiderTo(sender.Tenant) ||", "member when"), tests: ["*PR5_GuestsTests", "*OutsidersTests"] },
  { ...desk("while Teams says nothing, the register alone", "Handlers/Outsiders.cs", "return !await IsOnTheRegisterAsync(sender, ct);", "return false;"), tests: ["*PR5_GuestsTests", "*OutsidersTests"] },
  desk("the desk's channel alone", "Handlers/ActivityDispatcher.cs", "if (await IsElsewhereAsync(sender, ct))", "if (sender.Activity.Type is null && await IsElsewhereAsync(sender, ct))"),
  desk("only a lead chooses the channel", "Handlers/MessageHandler.cs", "WhoMay.Do(WhoMay.UseThisChannel, by.Roles)", "by.Roles != Roles.None"),
  desk("record with every change", "Storage/HandoffRows.cs", ".. appended.Rows,"),
  { ...desk("version", "Storage/Sqlite/SqliteWriter.cs", 'WHERE key = $key AND tag = $tag",\n            ("$key", replace.Key)', 'WHERE key = $key AND $tag = $tag",\n            ("$key", replace.Key)'), tests: ["*SqliteStore*"] },

  rule("nobody accepts their own", "HandoffDecider.cs", "(Claim c, OpenHandoff h) when IsAdviserOf(c, h) => new Refusal.OwnHandoff(),"),
  rule("only a specialist accepts", "HandoffDecider.cs", "(Claim c, OpenHandoff) when !c.By.Is(Roles.Specialist) => new Refusal.NotForYou(Roles.Specialist),"),
  rule("one handoff at a time", "HandoffDecider.cs", "(Claim { Holds: { } other }, Waiting) => new Refusal.HoldsAnother(other),"),
  rule("its specialist alone", "HandoffDecider.cs", "(GiveBack or CheckSeesId or NotSatisfied or TakeCall or ReadIn, HeldHandoff h) when !IsSpecialistOf(command, h) => new Refusal.NotTheClaimant(),"),
  rule("its adviser alone", "HandoffDecider.cs", "(SendDetails or Withdraw or AskSomeoneElse or AskAgain or ArrangeCallBack or LeaveCall, OpenHandoff h) when !IsAdviserOf(command, h) => new Refusal.NotYourHandoff(),"),
  rule("attempts of a handoff", "HandoffDecider.cs", "return left > 0 ? mismatch :", "return left > -100 ? mismatch :"),
  rule("mismatches of a day", "HandoffDecider.cs", "if (c.MissedToday >= rules.MismatchesADay)", "if (c.MissedToday < 0)"),
  rule("the same code is the same attempt", "HandoffDecider.cs", "if (s.Mismatches.Contains(c.Attempt))", "if (c.Attempt.Length == 0)"),
  rule("details before the call", "HandoffDecider.cs", "(TakeCall, Confirmed { DetailsAt: null } s) => new Refusal.DetailsMissing(s.Posting.Adviser),"),
  rule("both on the register", "HandoffDecider.cs", "(TakeCall { BothOnRegister: false }, Confirmed) => new Refusal.OffTheRegister(),"),
  rule("end of the lease", "HandoffTimes.cs", "if (at.Now >= until)", "if (at.Now >= until.AddHours(2))"),
  rule("cap", "HandoffTimes.cs", "if (at.Now >= cap && cap <= until)", "if (at.Now >= cap.AddHours(2))"),
  { ...rule("unused match lapses", "HandoffTimes.cs", "at.Now >= c.ConfirmedAt + rules.ConfirmationLasts =>", "at.Now >= c.ConfirmedAt + rules.Cap =>"), tests: ["*TakingTheCallTests"] }, // random days would wait for it for ever
  rule("a lease from the future is over", "HandoffTimes.cs", "if (at.LeaseOutlived || ReadsFromTheFuture(l.Lease, at.Now))", "if (at.LeaseOutlived)"),
];
