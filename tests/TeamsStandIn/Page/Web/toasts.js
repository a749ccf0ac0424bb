// Alerts as they come: seen for a moment, spoken once, and kept in the list of alerts.
import { byId, make, say } from "./dom.js";

const stays = 10000;

export function toast(list, person, text) {
  const item = make("li", { className: "toast" }, text);
  list.replaceChildren(item);
  say(byId("said"), `Alert for ${person}: ${text}`);
  setTimeout(() => item.remove(), stays);
}
