// A dialog of the app (task module): opened by an answer, kept open by the next one, closed by an empty one.
import * as api from "./api.js";
import { draw, inputsOf, isSubmit } from "./card.js";
import { byId, make } from "./dom.js";

/** Opens the dialog, or draws the next card in the one that is open. */
export function openDialog(person, dialog, note) {
  const frame = byId("dialog");
  const status = make("p", { className: "note", aria: { role: "status" } });
  const submit = (action, card) => isSubmit(action) && send(person, dialog, action, card, status, note);
  frame.replaceChildren(
    make("header", {}, make("h2", { id: "dialog-title" }, `${person}: ${dialog.title ?? "Dialog"}`), closeButton()),
    make("div", { className: "sheet" }, draw(dialog.card, submit)),
    status,
  );
  if (!frame.open) frame.showModal();
}

async function send(person, dialog, action, card, status, note) {
  status.textContent = "Sent. Waiting for the app.";
  try {
    const answer = await api.submitDialog(person, dialog, inputsOf(card), action.title);
    if (answer.dialog) return openDialog(person, answer.dialog, note);
    if (answer.inputErrors.length > 0 || answer.wentWrong || !answer.reached) status.textContent = answer.inputErrors.join(". ") || "Unable to reach the app.";
    else if (answer.taskMessage) showWords(answer.taskMessage);
    else byId("dialog").close();
  } catch (fault) {
    status.textContent = fault.message;
  }
  return undefined;
}

function showWords(words) {
  const frame = byId("dialog");
  const close = closeButton();
  frame.replaceChildren(make("header", {}, make("h2", { id: "dialog-title" }, "VSTRS handoff"), close), make("p", { className: "note", aria: { role: "status" } }, words));
  close.focus();
}

const closeButton = () => make("button", { type: "button", className: "plain", on: { click: () => byId("dialog").close() } }, "Close");
