// Where a handoff stands, read from what people see, and what to press next. It knows no more than they do.

export const steps = ["Go on duty", "Ask for the form", "Find someone", "Accept", "Send details", "Check the SEES ID", "Take the call", "End the call", "Wrap up"];

const before = (one, other) => !other || Number(one.message.id) > Number(other.message.id);

/** The newest card in anybody's own chat that has this button. */
function newest(people, button) {
  let found;
  for (const person of people) {
    const message = person.chat.findLast((seen) => seen.buttons.includes(button));
    if (message && before({ message }, found)) found = { person, message, button };
  }
  return found;
}

/** What they were last told about their duty. */
const onDuty = (person) => /on duty until/i.test(person.chat.findLast((seen) => /you are (on|off) duty/i.test(seen.text))?.text ?? "");

const numberOf = ({ message }) => /"handoff":"([A-Z0-9]{4})"/.exec(JSON.stringify(message.card))?.[1] ?? "the handoff";

const at = (step, target, words) => ({ step, target, words });

/** @returns {{step: number, target: object|undefined, words: string}} */
export function nextStep(people) {
  const has = (button) => newest(people, button);
  const live = has("The whole call has ended");
  if (live) return at(7, live, `Authority is live: see the banner in both chats and in the channel. When the call is over, ${live.person.name} presses “The whole call has ended”.`);

  const taken = has("I have taken the call");
  const check = has("Check SEES ID");
  const accept = has("Accept");
  const details = has("Send details");
  if (accept && !taken && !check) return at(3, accept, `A caller is on hold. ${accept.person.name} presses “Accept”.`);
  if (details) return at(4, details, `${details.person.name} fills in the details (make somebody up) and presses “Send details”.`);
  if (taken) return at(6, taken, `The caller is put through. ${taken.person.name} presses “I have taken the call”.`);
  if (check) return at(5, check, checkWords(people, check));

  const save = has("Save");
  const form = has("Find someone");
  if (save && before(save, form)) return at(8, save, `The banner is gone everywhere. ${save.person.name} says how the call went and presses “Save”.`);
  if (form && people.some(onDuty)) return at(2, form, `${form.person.name} answers five questions and presses “Find someone”. Choose a specialism with somebody free.`);
  return beginning(people, has);
}

function checkWords(people, check) {
  const adviser = people.find((person) => person.seesId);
  return `On the phone ${adviser?.name ?? "the adviser"} says “${numberOf(check)}” and the SEES ID ${adviser?.seesId ?? ""}. ${check.person.name} types it and presses “Check SEES ID”.`;
}

function beginning(people, has) {
  const ready = people.some(onDuty);
  const start = has("Start a handoff");
  if (ready && people.some((person) => person.chat.some((seen) => /authority ended at/.test(seen.text))))
    return at(9, start, "That was one whole handoff. Start another, or press “Make Teams fail” and see what happens.");
  if (ready) return at(1, start, `A caller needs a specialist. ${start?.person.name ?? "The adviser"} presses “Start a handoff”.`);
  const duty = has("Go on duty") && people.map((person) => newest([person], "Go on duty")).find(Boolean);
  return at(0, duty, `${duty?.person.name ?? "A specialist"} presses “Go on duty”, so that somebody can be asked.`);
}

/** Where authority shows live now, by place. */
export function liveIn(people) {
  const live = (message) => JSON.stringify(message.card ?? "").includes('"authority-live"');
  const chats = people.filter((person) => person.chat.some(live)).map((person) => `${person.name}’s chat`);
  return people.some((person) => person.channel.some(live)) ? [...chats, "the channel"] : chats;
}
