// One person's column: their alerts and their own chat with the app.
import * as api from "./api.js";
import { composeBox } from "./compose.js";
import { byId, make, say } from "./dom.js";
import { showMessages } from "./messages.js";
import { openExtension } from "./press.js";
import { follow } from "./scroll.js";
import { toast } from "./toasts.js";
import { markNew } from "./tabs.js";

export const columnId = (name) => `column-${name.replaceAll(/\W+/g, "-")}`;

export function personColumn(person) {
  const id = columnId(person.name);
  const parts = {
    alerts: make("ol", {}),
    alertCount: make("summary", {}, "Alerts: none"),
    toasts: make("ol", { className: "toasts", aria: { label: `New alerts of ${person.name}` } }),
    list: make("ol", { className: "messages" }),
  };
  parts.scroll = make("div", { className: "talk", tabIndex: 0, aria: { role: "region", label: `${person.name}: chat with the app` } }, parts.list);
  const extension = (note) => make("button", { type: "button", className: "plain", on: { click: () => openExtension(person.name, undefined, note) } }, "VSTRS handoff…");
  const column = make(
    "section",
    { className: "column", id, data: { column: person.name }, aria: { labelledby: `${id}-title` } },
    make(
      "header",
      { className: "who" },
      make("span", { className: "face", aria: { hidden: "true" } }, person.name.split(" ").map((name) => name[0])),
      make("div", {}, make("h2", { id: `${id}-title` }, person.name), make("p", { className: "role" }, person.role ?? "", person.seesId && make("span", {}, `SEES ID ${person.seesId}`))),
      make("details", { className: "alerts" }, parts.alertCount, parts.alerts),
    ),
    parts.toasts,
    parts.scroll,
    composeBox(`${id}-say`, `${person.name}: message to the app`, "Type, such as: help", (text) => api.say(person.name, text), extension),
  );
  return Object.assign(column, { parts, told: undefined });
}

export function showPerson(person) {
  const column = byId(columnId(person.name));
  const news = showMessages(column.parts.list, person.chat, person.name);
  showAlerts(column, person);
  follow(column.parts.scroll, news);
  if (news.came.length + news.changed.length > 0) markNew(person.name);
}

function showAlerts(column, person) {
  const { alerts, alertCount, toasts } = column.parts;
  const fresh = person.alerts.slice(column.told ?? person.alerts.length);
  column.told = person.alerts.length;
  say(alertCount, person.alerts.length === 0 ? "Alerts: none" : `Alerts: ${person.alerts.length}`);
  while (alerts.children.length < person.alerts.length) alerts.append(make("li", {}, person.alerts[alerts.children.length].text));
  for (const alert of fresh) toast(toasts, person.name, alert.text);
}
