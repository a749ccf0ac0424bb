// "Make Teams fail": a switch for each fault, what stands now, and the bot's power.
import * as api from "./api.js";
import { byId, make, say } from "./dom.js";
import { noteIn } from "./messages.js";
import { attempt } from "./press.js";

const forever = 0;

/** Each: what is ordered, and how the standing order is known again. */
const faults = [
  { id: "slow", name: "Slow", words: "Teams takes 2 seconds over whatever the bot sends.", order: { op: "Write", kind: "Slow", seconds: 2, times: forever }, is: (f) => f.kind === "Slowed" },
  { id: "throttle", name: "Too many requests (429)", words: "Teams refuses what the bot sends, and says to try again in 3 seconds.", order: { op: "Write", kind: "Status", status: 429, seconds: 3, times: forever }, is: (f) => f.status === 429 },
  { id: "broken", name: "Out of order (503)", words: "Teams refuses what the bot sends with an error of its own.", order: { op: "Write", kind: "Status", status: 503, times: forever }, is: (f) => f.status === 503 },
  { id: "lost", name: "Lost edit", words: "Teams says that it changed a card, and did not.", order: { op: "Update", kind: "Lose", times: forever }, is: (f) => f.kind === "Loss" },
  { id: "twice", name: "Sent twice", words: "Whatever somebody presses or types reaches the bot twice.", order: { op: "Deliver", kind: "Duplicate", copies: 2, newIds: true, times: forever }, is: (f) => f.kind === "Copies" },
  { id: "reorder", name: "Out of turn, once", words: "The next thing somebody presses waits until something else has reached the bot.", order: { op: "Deliver", kind: "Reorder", times: 1 }, is: (f) => f.kind === "Overtaken" },
];

const bots = { Running: "The bot is running.", Starting: "The bot is starting.", Stopped: "The bot is dead." };
let standing = [];
let note = () => {};

export function startFaults() {
  const line = make("p", { className: "note", aria: { role: "status" } });
  note = noteIn(line);
  byId("fail").replaceChildren(
    make("h2", { id: "fail-title" }, "Make Teams fail"),
    make("div", { className: "switches" }, faults.map(switchOf)),
    make("div", { className: "standing" }, make("p", { id: "standing", aria: { live: "polite" } }), make("button", { type: "button", id: "clear-faults", on: { click: () => attempt(api.clearFaults, note) } }, "Clear")),
    make("div", { className: "power" }, make("p", { id: "bot-state", aria: { live: "polite" } }), powerButton("kill-bot", "Kill the bot", api.killBot), powerButton("start-bot", "Start the bot", api.startBot)),
    oneSwitch("old-client", "Old Teams client", "Buttons are pressed as a client does that does not know them: they send a message.", () => {}),
    line,
  );
  byId("fail-button").addEventListener("click", () => (byId("fail").hidden ? openFaults() : closeFaults()));
}

export function openFaults() {
  byId("fail").hidden = false;
  byId("fail-button").setAttribute("aria-expanded", "true");
  return byId("fail");
}

function closeFaults() {
  byId("fail").hidden = true;
  byId("fail-button").setAttribute("aria-expanded", "false");
}

export function showFaults(desk) {
  standing = desk.faults;
  for (const fault of faults) byId(`fault-${fault.id}`).checked = standing.some(fault.is);
  say(byId("standing"), standing.length === 0 ? "Nothing is failing now." : `Now: ${standing.map(inWords).join(". ")}.`);
  say(byId("fail-button"), standing.length === 0 ? "Make Teams fail" : `Make Teams fail (${standing.length} now)`);
  byId("clear-faults").disabled = standing.length === 0;
  say(byId("bot-state"), bots[desk.bot] ?? "The bot was started elsewhere.");
  byId("kill-bot").disabled = desk.bot !== "Running";
  byId("start-bot").disabled = desk.bot !== "Stopped";
}

const inWords = (order) => `${faults.find((fault) => fault.is(order))?.name ?? order.kind}, ${order.struck === 1 ? "once so far" : `${order.struck} times so far`}`;

function switchOf(fault) {
  const turned = (on) => (on ? api.orderFault(fault.order) : Promise.all(standing.filter(fault.is).map((order) => api.clearFault(order.id))).then(() => null));
  return oneSwitch(`fault-${fault.id}`, fault.name, fault.words, (on) => attempt(() => turned(on), note));
}

function oneSwitch(id, name, words, turned) {
  const box = make("input", { type: "checkbox", id, aria: { role: "switch", describedby: `${id}-words` }, on: { change: () => turned(box.checked) } });
  return make("div", { className: "switch" }, box, make("label", { htmlFor: id }, name), make("p", { id: `${id}-words` }, words));
}

const powerButton = (id, name, act) => make("button", { type: "button", id, on: { click: () => attempt(act, note) } }, name);
