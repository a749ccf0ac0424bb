// Reads cards with the library Teams' own renderer grew from, and prints every complaint.
// node judge.mjs FILE|FOLDER ...      each .json file is one card
// node judge.mjs < cards.jsonl        one card a line
// node judge.mjs --answer             one card a line, each answered at once by a line: its complaints, a JSON array
// Exit 0: no complaint. 1: at least one. 2: nothing to judge.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const { AdaptiveCard, SerializationContext, ValidationEvent, Versions } = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js"); // lib/ is for bundlers only

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).filter((name) => name.endsWith(".json")).sort().map((name) => join(path, name))
    : [path];

const fromFiles = (paths) => paths.flatMap(filesIn).map((path) => ({ name: path, text: readFileSync(path, "utf8") }));

const fromInput = () =>
  readFileSync(0, "utf8").split("\n").map((text, at) => ({ name: `line ${at + 1}`, text })).filter(({ text }) => text.trim() !== "");

function complaintsAbout(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    return [`not JSON: ${fault.message}`];
  }

  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n));
  const validated = card.validateProperties().validationEvents; // what only shows once all is in place: labels, required properties
  return [...parsed, ...validated].map(({ event, message }) => `${ValidationEvent[event]}: ${message}`);
}

if (process.argv[2] === "--answer") {
  for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(complaintsAbout(line)));
  process.exit(0);
}

const cards = process.argv.length > 2 ? fromFiles(process.argv.slice(2)) : fromInput();
if (cards.length === 0) {
  console.error("There is no card to judge.");
  process.exit(2);
}

let complaints = 0;
for (const { name, text } of cards) {
  for (const complaint of complaintsAbout(text)) {
    complaints += 1;
    console.log(`${name}: ${complaint}`);
  }
}

console.log(`${cards.length} cards, ${complaints} complaints`);
process.exitCode = complaints === 0 ? 0 : 1;
