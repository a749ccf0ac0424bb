// Alerts as they come: seen for a moment, spoken once, and kept in the list of alerts.
import { byId, make, say } from "./dom.js";

const stays = 10000;
const most = 2;

export function toast(list, person, text) {
  const item = make("li", { className: "toast" }, text);
  for (const same of [...list.children].filter((other) => other.textContent === text)) same.remove(); // the channel and the chat ring with the same words
  list.append(item);
  while (list.children.length > most) list.firstChild.remove();
  say(byId("said"), `Alert for ${person}: ${text}`);
  setTimeout(() => item.remove(), stays);
}
