// "What to do next": says it, and shows where. It never does it.
import { byId, make, pointAt, say } from "./dom.js";
import { liveIn, nextStep, steps } from "./journey.js";
import { openFaults } from "./faults.js";
import { columnId } from "./person.js";
import { openTab } from "./tabs.js";

let next = { step: 0 };
let stopped = false;

export function startStrip() {
  byId("next").replaceChildren(
    make("h2", { id: "next-title" }, "What to do next"),
    make("p", { id: "next-words", className: "words", aria: { live: "polite" } }, "Starting."),
    make("button", { type: "button", id: "next-where", className: "main", on: { click: showWhere } }, "Show me where"),
    make("ol", { className: "steps", aria: { label: "The whole job" } }, steps.map((name, at) => make("li", { data: { step: at } }, make("span", {}, name), make("span", { className: "unseen" })))),
    make("p", { id: "live-in", className: "live-in" }, make("span", {}), make("span", { className: "places" })),
  );
}

export function showStrip(desk) {
  next = nextStep(desk.people);
  stopped = desk.bot === "Stopped";
  say(byId("next-words"), stopped ? "The bot is dead. What is on the screen runs out by itself. Start it again when you have seen enough." : next.words);
  byId("next-where").hidden = !stopped && !next.target;
  for (const item of document.querySelectorAll("[data-step]")) showStep(item, Number(item.dataset.step));
  showLive(liveIn(desk.people));
}

function showLive(places) {
  const [words, list] = byId("live-in").children;
  say(words, places.length === 0 ? "Authority shows live: nowhere" : `Authority shows live in ${places.length} ${places.length === 1 ? "place" : "places"}`);
  say(list, places.length === 0 ? "" : `: ${places.join(", ")}`);
  byId("live-in").classList.toggle("on", places.length > 0);
}

function showStep(item, at) {
  item.className = at < next.step ? "done" : at === next.step ? "now" : "later";
  if (at === next.step) item.setAttribute("aria-current", "step");
  else item.removeAttribute("aria-current");
  say(item.lastChild, at < next.step ? " (done)" : "");
}

/** Goes to the card in question: to its first question, or to the button. */
function showWhere() {
  if (stopped) return pointAt(openFaults().querySelector("#start-bot"));
  const { person, message, button } = next.target;
  openTab(person.name);
  const item = byId(columnId(person.name)).querySelector(`[data-message="${CSS.escape(message.id)}"]`);
  const buttons = [...item.querySelectorAll("button")];
  return pointAt(item.querySelector(".card input, .card select, .card textarea") ?? buttons.find((one) => one.textContent === button));
}
