// The page: looks at the pretend Teams four times a second, and draws what changed.
import * as api from "./api.js";
import { channelColumn, channelName, showChannel } from "./channel.js";
import { learnClock, startClock } from "./clock.js";
import { byId, say } from "./dom.js";
import { showFaults, startFaults } from "./faults.js";
import { personColumn, showPerson } from "./person.js";
import { showStrip, startStrip } from "./strip.js";
import { startTabs } from "./tabs.js";
import { startTheme } from "./theme.js";

const lookEvery = 250;
let version = "";
let drawn = false;

function show(desk) {
  if (!drawn) {
    byId("columns").replaceChildren(...desk.people.map(personColumn), channelColumn(desk.people));
    startTabs([...desk.people.map((person) => person.name), channelName]);
    drawn = true;
  }
  for (const person of desk.people) showPerson(person);
  showChannel(desk);
  showFaults(desk);
  showStrip(desk);
}

/** What the pretend Teams says now, or nothing when it does not answer. */
async function stateNow() {
  try {
    return await api.look(version);
  } catch {
    version = ""; // all is drawn anew once it answers again
    say(byId("next-words"), "The sandbox does not answer. Start it again with ./run, then go on here.");
    return undefined;
  }
}

async function look() {
  const state = await stateNow();
  setTimeout(look, lookEvery);
  if (!state) return;
  learnClock(state.now);
  version = state.version;
  if (state.desk) show(state.desk);
}

startTheme();
startClock();
startStrip();
startFaults();
look();
