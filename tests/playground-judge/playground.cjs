// Starts the real Microsoft 365 Agents Playground beside a bot in Development (Teams:Playground), for this machine alone.
// node playground.cjs [BOT] [PORT] [CONFIG]   http://127.0.0.1:3978/api/messages, 56150 and .m365agentsplayground.yml unless named
const { mkdtempSync } = require("node:fs");
const net = require("node:net");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");

const [bot = "http://127.0.0.1:3978/api/messages", port = "56150", config = ".m365agentsplayground.yml"] = process.argv.slice(2);

// By itself it listens on every interface, and asks nobody who they are.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenHere(at, ...rest) {
  if (typeof at !== "number") throw new Error(`Only a port is known here, and this is ${typeof at}.`);
  return listen.call(this, at, "127.0.0.1", ...rest);
};

process.env.M365_AGENTS_PLAYGROUND_CONFIG_PATH = resolve(config);
process.env.M365_AGENTS_PLAYGROUND_LOGFILE = join(mkdtempSync(join(tmpdir(), "playground-")), "log");
process.env.TEAMSAPPTESTER_BROWSER = "none";
process.argv.splice(2, Infinity, "start", "-e", bot, "-c", "msteams", "-p", port, "--service-url", `http://127.0.0.1:${port}/_connector`, "--disable-telemetry");
require("@microsoft/m365agentsplayground/cli.js");
