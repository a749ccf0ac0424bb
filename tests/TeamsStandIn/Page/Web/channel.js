// The DMB channel with its threads, as one of the team sees it.
import * as api from "./api.js";
import { composeBox } from "./compose.js";
import { byId, make } from "./dom.js";
import { showMessages } from "./messages.js";
import { openExtension } from "./press.js";
import { follow } from "./scroll.js";
import { markNew } from "./tabs.js";

export const channelName = "Channel";
let channelId = "";
let desk;

const looker = () => byId("look-as").value;

export function channelColumn(people) {
  const choice = make("select", { id: "look-as", on: { change: () => showChannel(desk) } }, people.filter((person) => person.inTeam).map((person) => make("option", { value: person.name }, person.name)));
  const extension = (note) => make("button", { type: "button", className: "plain", on: { click: () => openExtension(looker(), channelId, note) } }, "VSTRS handoff…");
  const threads = make("ol", { id: "threads", className: "threads" });
  return make(
    "section",
    { className: "column channel", id: "column-channel", data: { column: channelName }, aria: { labelledby: "channel-title" } },
    make(
      "header",
      { className: "who" },
      make("span", { className: "face", aria: { hidden: "true" } }, "#"),
      make("div", {}, make("h2", { id: "channel-title" }, "DMB channel"), make("p", { className: "role" }, "VSTRS handoffs")),
      make("label", { className: "look" }, "As ", choice),
    ),
    make("div", { className: "talk", id: "channel-talk", tabIndex: 0, aria: { role: "region", label: "DMB channel: threads" } }, make("p", { className: "empty", id: "channel-empty" }, "Nothing posted yet."), threads),
    composeBox("channel-say", "DMB channel: message to the app", "Type, such as: handoff", (text) => api.sayInChannel(looker(), text, channelId), extension),
  );
}

export function showChannel(now) {
  desk = now;
  channelId = now.channelId;
  const person = now.people.find((one) => one.name === looker());
  if (!person) return;
  const threads = Map.groupBy(person.channel, (message) => message.conversationId);
  byId("channel-empty").hidden = threads.size > 0;
  const standing = new Map([...byId("threads").children].map((item) => [item.dataset.thread, item]));
  const news = { came: [], changed: [] };
  for (const [id, messages] of threads) {
    const thread = standing.get(id) ?? byId("threads").appendChild(newThread(id));
    standing.delete(id);
    const { came, changed } = showMessages(thread.list, messages, person.name);
    news.came.push(...came);
    news.changed.push(...changed);
  }
  for (const gone of standing.values()) gone.remove();
  follow(byId("channel-talk"), news);
  if (news.came.length + news.changed.length > 0) markNew(channelName);
}

function newThread(id) {
  const list = make("ol", { className: "messages" });
  const box = composeBox(`reply-${id}`, "Reply in this thread to the app", "Reply to the app", (text) => api.sayInChannel(looker(), text, channelId, id));
  const item = make("li", { className: "thread", data: { thread: id } }, list, make("details", { className: "reply" }, make("summary", {}, "Reply"), box));
  return Object.assign(item, { list });
}
