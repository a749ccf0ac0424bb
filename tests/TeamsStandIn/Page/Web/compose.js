// The box somebody types in.
import { make } from "./dom.js";
import { noteIn } from "./messages.js";
import { attempt } from "./press.js";

/** A box with its label, a button to send, and further buttons. The text goes where "send" takes it. */
export function composeBox(id, label, placeholder, send, ...more) {
  const line = make("p", { className: "note", aria: { role: "status" } });
  const box = make("input", { id, type: "text", placeholder, autocomplete: "off", maxLength: 2000 });
  const sent = async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === "") return;
    box.value = "";
    await attempt(() => send(text), noteIn(line));
  };
  const form = make(
    "form",
    { className: "compose", on: { submit: sent } },
    make("label", { htmlFor: id, className: "unseen" }, label),
    make("span", { className: "line" }, box, make("button", { type: "submit", className: "main" }, "Send")),
    more.map((button) => button(noteIn(line))),
    line,
  );
  return form;
}
