// The messages of a chat or thread, as one person sees them. What did not change is left alone, so that what is typed stays.
import * as api from "./api.js";
import { draw } from "./card.js";
import { timeOf } from "./clock.js";
import { make } from "./dom.js";
import { attempt, press } from "./press.js";

const momentarily = 12000;

/** Draws the list anew where it changed. Returns the items that came, and those that became something else. */
export function showMessages(list, messages, person) {
  const standing = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const came = [];
  const changed = [];
  for (const message of messages) {
    const key = `${person} ${message.id}`;
    const item = standing.get(key) ?? list.appendChild(newItem(key, message, person));
    if (!standing.has(key)) came.push(item);
    standing.delete(key);
    if (update(item, message, person) && !came.includes(item)) changed.push(item);
  }
  for (const gone of standing.values()) gone.remove();
  return { came, changed };
}

function newItem(key, message, person) {
  const by = message.author ?? "VSTRS handoff";
  const note = make("p", { className: "note", aria: { role: "status" } });
  const parts = { facts: make("span", { className: "facts" }), body: make("div", { className: "body" }), note: noteIn(note) };
  const item = make(
    "li",
    { className: message.author ? "message person" : "message app", data: { key, message: message.id } },
    make(
      "article",
      { tabIndex: -1, aria: { label: `${by}, ${timeOf(message.at)}` } },
      make("p", { className: "by" }, make("b", {}, by), " ", make("time", { dateTime: message.at }, timeOf(message.at)), parts.facts),
      parts.body,
      note,
    ),
  );
  return Object.assign(item, { parts, showing: undefined, person });
}

/** Puts what the message says now in its place. False when it says the same. */
function update(item, message, person) {
  const says = JSON.stringify([message.plain, message.card, message.isOwnView, message.isEdited]);
  if (item.showing === says) return false;
  item.showing = says;
  const held = item.contains(document.activeElement);
  const { facts, body, note } = item.parts;
  facts.replaceChildren(...factsOf(message, person, note));
  body.replaceChildren(...bodyOf(message, person, note));
  if (held) item.querySelector("article").focus({ preventScroll: true }); // the pressed button is gone: the keyboard goes on from here
  return true;
}

function factsOf(message, person, note) {
  const again = () => attempt(() => api.refresh(person, message.id), note);
  return [
    message.isEdited && make("span", { className: "tag" }, "Edited"),
    message.isOwnView && make("span", { className: "tag own" }, "Shown to you alone"),
    message.card?.refresh && make("button", { type: "button", className: "refresh", aria: { label: "Refresh card" }, on: { click: again } }, "Refresh"),
  ].filter(Boolean);
}

function bodyOf(message, person, note) {
  const words = message.plain && make("p", { className: "words" }, message.plain.replace(/<at>(.*?)<\/at>/g, "@$1"));
  const card = message.card && draw(message.card, (action, drawn) => press(person, message, action, drawn, note));
  return [words, card].filter(Boolean);
}

/** A line under a message that says what came of a press, for a moment. */
export function noteIn(line) {
  let ending;
  return (words) => {
    line.textContent = words;
    clearTimeout(ending);
    if (words) ending = setTimeout(() => (line.textContent = ""), momentarily);
  };
}
