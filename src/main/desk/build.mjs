// What Maven runs: installs what the lock file names where that has changed, and builds where a source is newer than
// what was built from it.
import {execSync} from "node:child_process";
import {existsSync, readdirSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "../../../target/classes/META-INF/resources/index.html");
const installed = join(here, "node_modules/.package-lock.json");

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`The desk is built with Node.js 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = (folder) =>
  readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .reduce((most, entry) => Math.max(most, changed(join(entry.parentPath, entry.name))), 0);
const run = (command) => execSync(command, {cwd: here, stdio: ["ignore", "inherit", "inherit"]});

if (changed(installed) < changed(join(here, "package-lock.json"))) {
  run("npm ci --no-progress --loglevel=error");
}
const sources = Math.max(
  newest(join(here, "src")),
  ...["index.html", "package-lock.json", "tsconfig.json", "vite.config.ts"].map((file) =>
    changed(join(here, file)),
  ),
);
if (changed(built) < sources) {
  run("npm run --silent build -- --logLevel warn");
}
