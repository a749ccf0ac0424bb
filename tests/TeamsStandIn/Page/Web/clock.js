// The clock of the pretend Teams, in UK time: the page's own clock is never shown.
import { byId, say } from "./dom.js";

const toTheSecond = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", minute: "2-digit", second: "2-digit", hour12: true });
const toTheMinute = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", minute: "2-digit", hour12: true });
let ahead = 0;

const styled = (format, at) => format.format(at).replace(/^0:/, "12:").replace(/\s?(am|pm)$/i, (end) => end.trim().toLowerCase());

/** 10:42am */
export const timeOf = (at) => styled(toTheMinute, new Date(at));

/** Learns how far the server's clock is from this one's. */
export function learnClock(now) {
  ahead = new Date(now).getTime() - Date.now();
}

export function startClock() {
  const tick = () => {
    const now = new Date(Date.now() + ahead);
    say(byId("clock"), styled(toTheSecond, now));
    byId("clock").dateTime = now.toISOString();
  };
  tick();
  setInterval(tick, 250);
}
