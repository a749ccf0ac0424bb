// Takes each guard of the code out in turn, in a copy, and expects the tests to see it.
// node tests/guards/guards.mjs [WORD ...]   only guards whose name holds one of the words
// node tests/guards/guards.mjs --find       only says whether each stands where it is looked for
// Exit 0: the tests saw every one. 1: at least one was not seen, not found, or did not build.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { guards as boundary } from "./list.mjs";
import { bugs } from "./planted.mjs";
import { promises } from "./promises.mjs";

const guards = [...boundary, ...promises, ...bugs];
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const copy = join(tmpdir(), `guards-${process.pid}`);
const tests = join(copy, "tests/VstrsBot.Tests/bin/Debug/net10.0");

const within = (minutes) => (program, ...words) => spawnSync(program, words, { cwd: copy, encoding: "utf8", maxBuffer: 1 << 28, timeout: minutes * 60 * 1000, killSignal: "SIGKILL" }); // asked to stop, a test that hangs waits for itself
const run = within(15);
const must = (program, ...words) => {
  const { status, stdout, stderr } = run(program, ...words);
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}\n${stdout}\n${stderr}`);
};
const build = (project, ...more) => run("dotnet", "build", project, ...more, "--no-restore", "--nologo", "-v", "q", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=true", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false");
const runTests = (minutes, classes, ...more) => within(minutes)(join(tests, "VstrsBot.Tests"), "-noColor", ...more, ...classes.flatMap((name) => ["-class", name]));
const failed = (said) => said.split("[FAIL]").length - 1;

function prepare() {
  const files = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }).stdout;
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }

  for (const judge of ["cards-judge", "connector-judge", "playground-judge", "azurite"]) {
    const modules = join(root, "tests", judge, "node_modules");
    if (existsSync(modules)) symlinkSync(modules, join(copy, "tests", judge, "node_modules"));
  }

  must("dotnet", "restore", "--locked-mode", "tests/VstrsBot.Tests/VstrsBot.Tests.csproj");
  const built = build("tests/VstrsBot.Tests/VstrsBot.Tests.csproj");
  if (built.status !== 0) throw new Error(built.stdout);
}

/** The part of the solution a file belongs to: its project, and the library the tests load. */
const parts = [
  ["bot/", "bot/VstrsBot.csproj", "bot/bin/Debug/net10.0/VstrsBot.dll"],
  ["cards/", "cards/VstrsBot.Cards.csproj", "cards/bin/Debug/net10.0/VstrsBot.Cards.dll"],
  ["tests/TeamsStandIn/", "tests/TeamsStandIn/TeamsStandIn.csproj", "tests/TeamsStandIn/bin/Debug/net10.0/TeamsStandIn.dll"],
];

/** What became of it, in a word; "seen" is what is hoped for. */
function takeOut({ file, text, instead, tests: classes }) {
  const [, project, library] = parts.find(([folder]) => file.startsWith(folder));
  const loaded = join(tests, basename(library));
  const path = join(copy, file);
  const good = readFileSync(path, "utf8");
  if (good.split(text).length !== 2) return `not found exactly once in ${file}`;

  writeFileSync(path, good.replace(text, () => instead));
  const built = build(project, "-p:BuildProjectReferences=false");
  writeFileSync(path, good);
  if (built.status !== 0) return `does not build: ${/error .*/.exec(built.stdout)?.[0]}`;

  copyFileSync(loaded, `${loaded}.good`);
  copyFileSync(join(copy, library), loaded);
  const ran = runTests(15, classes, "-stopOnFail");
  copyFileSync(`${loaded}.good`, loaded);
  return failed(ran.stdout) > 0 ? "seen" : ran.status === 0 ? "NOT SEEN" : `the tests did not run: ${ran.stdout.slice(-500)}`;
}

const misplaced = guards.filter(({ file, text }) => readFileSync(join(root, file), "utf8").split(text).length !== 2);
if (process.argv[2] === "--find") {
  for (const { name, file } of misplaced) console.log(`not found exactly once in ${file}: ${name}`);
  console.log(`${guards.length - misplaced.length} of ${guards.length} guards found.`);
  process.exit(misplaced.length === 0 ? 0 : 1);
}

const started = Date.now();
try {
  const words = process.argv.slice(2);
  const chosen = guards.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  console.log(`${chosen.length} guards. Building a copy.`);
  prepare();
  const whole = runTests(60, [...new Set(chosen.flatMap((guard) => guard.tests))]);
  if (failed(whole.stdout) !== 0 || whole.status !== 0) throw new Error(`With every guard in place tests fail:\n${whole.stdout}`);

  let unseen = 0;
  for (const guard of chosen) {
    const became = takeOut(guard);
    if (became !== "seen") unseen++;
    console.log(`${became === "seen" ? "seen    " : "MISSED  "} ${guard.name}${became === "seen" ? "" : `: ${became}`}`);
  }

  console.log(`${chosen.length - unseen} of ${chosen.length} removals seen, in ${Math.round((Date.now() - started) / 1000)} s.`);
  process.exitCode = unseen === 0 && chosen.length > 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
