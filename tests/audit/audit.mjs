// Asks the package sources for known vulnerabilities of everything the solution and its judges restore.
// Exit 0: none, and the sources know some of others. 1: at least one, named. 2: a source knows none at all, so its silence proves nothing.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const scratch = mkdtempSync(join(tmpdir(), "audit-"));
const run = (cwd, program, ...words) => spawnSync(program, words, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });

// Packages whose faults have been public for years: a source that does not name these names nothing.
const controls = {
  nuget: { name: "Newtonsoft.Json", version: "12.0.3" }, // GHSA-5crp-9r3c-p9vr
  npm: { name: "lodash", version: "4.17.15" }, // GHSA-35jh-r3h4-6jhm
};

/** Vulnerable packages of a project or solution, as lines; null when the tool did not answer. */
function nuget(cwd, ...project) {
  const { status, stdout } = run(cwd, "dotnet", "list", ...project, "package", "--vulnerable", "--include-transitive", "--format", "json");
  if (status !== 0) return null;
  const frameworks = (JSON.parse(stdout.slice(stdout.indexOf("{"))).projects ?? []).flatMap((one) => one.frameworks ?? []);
  return frameworks.flatMap((one) => [...(one.topLevelPackages ?? []), ...(one.transitivePackages ?? [])])
    .flatMap(({ id, resolvedVersion, vulnerabilities }) => vulnerabilities.map(({ severity, advisoryurl }) => `${id} ${resolvedVersion}: ${severity} ${advisoryurl}`));
}

/** The same of a folder with a package-lock.json. */
function npm(cwd) {
  const { stdout } = run(cwd, "npm", "audit", "--package-lock-only", "--json");
  const found = JSON.parse(stdout || "{}").vulnerabilities;
  return found === undefined ? null : Object.values(found).map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
}

function nugetControl() {
  const { name, version } = controls.nuget;
  mkdirSync(join(scratch, "nuget"));
  writeFileSync(join(scratch, "nuget/control.csproj"),
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup><ItemGroup><PackageReference Include="${name}" Version="${version}" /></ItemGroup></Project>`);
  run(join(scratch, "nuget"), "dotnet", "restore");
  return nuget(join(scratch, "nuget"), "control.csproj");
}

function npmControl() {
  const { name, version } = controls.npm;
  mkdirSync(join(scratch, "npm"));
  writeFileSync(join(scratch, "npm/package.json"), JSON.stringify({ name: "control", version: "1.0.0", dependencies: { [name]: version } }));
  run(join(scratch, "npm"), "npm", "install", "--package-lock-only", "--no-audit", "--no-fund", "--silent");
  return npm(join(scratch, "npm"));
}

const locked = () => readdirSync(join(root, "tests")).map((name) => join(root, "tests", name)).filter((folder) => existsSync(join(folder, "package-lock.json")));

let found = 0;
let unknown = 0;
function say(what, lines, control) {
  if (control === null || control.length === 0) {
    unknown += 1;
    console.log(`${what}: NOT KNOWN. The package source does not name the known vulnerabilities of ${control === null ? "anything: it gave no answer" : "its control"}.`);
  } else if (lines === null) {
    unknown += 1;
    console.log(`${what}: NOT KNOWN. The tool gave no answer.`);
  } else {
    found += lines.length;
    console.log(`${what}: ${lines.length === 0 ? "none known" : `${lines.length} found`}`);
    for (const line of new Set(lines)) console.log(`  ${line}`);
  }
}

try {
  const knows = nugetControl();
  run(root, "dotnet", "restore", "--locked-mode", "VstrsBot.sln");
  say("NuGet, whole solution", nuget(root, "VstrsBot.sln"), knows);
  const knowsNpm = npmControl();
  for (const folder of locked()) say(`npm, ${JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name ?? folder}, tests only`, npm(folder), knowsNpm);
  process.exitCode = found > 0 ? 1 : unknown > 0 ? 2 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
