// Draws a card with the real Adaptive Cards library, as a Teams client would.
import { make } from "./dom.js";
import { hostConfig } from "./host-config.js";

const library = globalThis.AdaptiveCards;

// Text of a card is shown as it stands: no markup is made of what somebody typed.
library.AdaptiveCard.onProcessMarkdown = (_text, result) => {
  result.didProcess = false;
};

const teams = new library.HostConfig(hostConfig);

/** Mentions of the card's own list are shown as a name, as Teams shows them. */
function withMentions(card) {
  const names = (card.msteams?.entities ?? []).filter((entity) => entity.type === "mention").map((entity) => entity.text);
  const plain = (text) => names.reduce((shown, name) => shown.replaceAll(name, name.replace("<at>", "@").replace("</at>", "")), text);
  return JSON.parse(JSON.stringify(card, (key, value) => (key === "text" && typeof value === "string" ? plain(value) : value)));
}

/** The library names only the first choice of a set after its question: the set itself is named here. */
function nameGroups(element) {
  for (const set of element.querySelectorAll(".ac-choiceSetInput-expanded")) {
    set.setAttribute("role", set.querySelector("[type=radio]") ? "radiogroup" : "group");
    const question = element.querySelector(`label[for="${CSS.escape(set.id)}"]`);
    if (question) set.setAttribute("aria-labelledby", question.id);
    for (const choice of set.querySelectorAll("input")) choice.removeAttribute("aria-labelledby");
  }
}

/** Draws the card. What is pressed, with valid inputs, comes to onAction(action, card). */
export function draw(cardJson, onAction) {
  const card = new library.AdaptiveCard();
  card.hostConfig = teams;
  card.onExecuteAction = (action) => onAction(action, card);
  card.parse(withMentions(cardJson), new library.SerializationContext(library.Versions.v1_5));
  const element = card.render();
  for (const button of element.querySelectorAll("button")) button.removeAttribute("title"); // the same words stand on it
  nameGroups(element);
  element.removeAttribute("tabindex"); // a card does nothing by itself: only what is in it takes the focus
  return make("form", { className: "card", noValidate: true, on: { submit: (event) => event.preventDefault() } }, element); // choices of one name in two cards are two sets
}

/** What is typed and chosen, by input id, as the library would send it: always strings. */
export function inputsOf(card) {
  const typed = card.getAllInputs().filter((input) => input.id && input.value !== undefined && input.value !== null);
  return Object.fromEntries(typed.map((input) => [input.id, String(input.value)]));
}

export const isExecute = (action) => action instanceof library.ExecuteAction;
export const isSubmit = (action) => action instanceof library.SubmitAction;
export const isOpenUrl = (action) => action instanceof library.OpenUrlAction;
