// On a narrow screen one person at a time. On a wide one everybody is there and the tabs are not shown.
import { byId, make } from "./dom.js";

const fresh = new Map();
const narrow = matchMedia("(max-width: 79.99rem)");

export function startTabs(names) {
  byId("tabs").replaceChildren(...names.map((name) => make("button", { type: "button", data: { tab: name }, on: { click: () => openTab(name) } }, name.split(" ")[0], make("span", { className: "count" }))));
  openTab(names[0]);
}

export function openTab(name) {
  for (const tab of byId("tabs").children) {
    if (tab.dataset.tab === name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  for (const column of document.querySelectorAll("[data-column]")) column.classList.toggle("open", column.dataset.column === name);
  fresh.delete(name);
  count(name);
}

/** Something is new for somebody who is not on the screen. */
export function markNew(name) {
  const tab = tabOf(name);
  if (!tab || tab.hasAttribute("aria-current") || !narrow.matches) return;
  fresh.set(name, (fresh.get(name) ?? 0) + 1);
  count(name);
}

const tabOf = (name) => byId("tabs").querySelector(`[data-tab="${CSS.escape(name)}"]`);

function count(name) {
  const shown = tabOf(name)?.querySelector(".count");
  if (shown) shown.textContent = fresh.has(name) ? " new" : "";
}
