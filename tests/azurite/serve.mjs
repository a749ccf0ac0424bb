// Azure Tables on this machine, in memory, on a free port of the loopback. Prints its address; ends when its input does, and so with whoever started it.
import { createRequire } from "node:module";

const { default: Server } = createRequire(import.meta.url)("azurite/dist/src/table/TableServer.js");
const { default: Configuration } = createRequire(import.meta.url)("azurite/dist/src/table/TableConfiguration.js");

// As --silent --skipApiVersionCheck --inMemoryPersistence; telemetry is started by the command line alone, which is not used here.
const no = undefined;
const server = new Server(new Configuration("127.0.0.1", 0, no, "", false, false, no, no, false, true, no, no, no, no, false, true));
await server.start();
console.log(server.getHttpServerAddress());
process.stdin.on("end", () => process.exit(0)).resume();
