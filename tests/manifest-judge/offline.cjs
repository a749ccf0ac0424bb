// Loaded before the tool: whatever it would send anywhere is refused and named on standard error.
const { Socket } = require("node:net");

Socket.prototype.connect = function (...words) {
  const to = Array.isArray(words[0]) ? words[0][0] : words[0];
  process.stderr.write(`Refused: a connection to ${to?.host ?? to?.path ?? "somewhere"}\n`);
  process.nextTick(() => this.destroy(new Error("This tool runs offline here.")));
  return this;
};
