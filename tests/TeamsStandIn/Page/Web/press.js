// What a press does: it goes to the bot, and the answer is shown where Teams shows it.
import * as api from "./api.js";
import { inputsOf, isExecute, isOpenUrl, isSubmit } from "./card.js";
import { openDialog } from "./task.js";
import { oldClient } from "./settings.js";

const wentWrong = "Something went wrong. Please try again.";
const unreached = "Unable to reach the app.";

/** The words shown for a moment to whoever pressed; nothing when the card itself is the answer. */
function wordsOf(answer, ifWrong) {
  if (answer.inputErrors.length > 0) return answer.inputErrors.join(". ");
  if (!answer.reached) return unreached;
  return answer.message ?? answer.taskMessage ?? (answer.wentWrong ? ifWrong : "");
}

/** An answer that may open a dialog. */
export function take(person, answer, note, ifWrong = wentWrong) {
  if (answer.dialog) openDialog(person, answer.dialog, note);
  note(wordsOf(answer, ifWrong));
}

/** Presses a button of the card as this person sees it. */
export async function press(person, message, action, card, note) {
  if (isOpenUrl(action)) return note(`Teams would now open ${action.url}`);
  if (!isExecute(action) && !isSubmit(action)) return undefined;
  note("Sent. Waiting for the app.");
  const order = { button: action.title, message: message.id, inputs: inputsOf(card), card: message.card, asSubmit: isOldSubmit(action) };
  try {
    take(person, await api.press(person, order), note);
  } catch (fault) {
    note(fault.message);
  }
}

const isOldSubmit = (action) => !isExecute(action) || oldClient();

/** Opens the message extension's dialog. */
export async function openExtension(person, conversation, note) {
  note("Opening VSTRS handoff.");
  try {
    take(person, await api.openExtension(person, conversation), note, unreached);
  } catch (fault) {
    note(fault.message);
  }
}

/** Runs a piece of work and says why when it could not be done. */
export async function attempt(work, note) {
  try {
    const answer = await work();
    note(answer && answer.wentWrong ? "The app did not answer." : "");
    return answer;
  } catch (fault) {
    note(fault.message);
    return undefined;
  }
}
