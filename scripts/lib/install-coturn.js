import { accessSync, constants, existsSync } from "node:fs";
import { run, showProgress } from "./progress.js";
import { readStamp, writeStamp } from "./stamp.js";

const stampName = "tried-coturn";
const limitMs = 180_000;
const folders = [
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/bin",
  "/sbin",
  "/bin",
];

/** @param {string} name */
export function hasProgram(name) {
  return folders.some((folder) => {
    try {
      accessSync(`${folder}/${name}`, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs the relay for calls where we may (root, apt), once; otherwise the server says what is off and why. */
export async function installCoturn() {
  const isWanted =
    process.env["TURN_ENABLED"] !== "off" && !process.env["TURN_EXTERNAL_URLS"];
  const mayInstall = process.getuid?.() === 0 && hasProgram("apt-get");
  if (
    !isWanted ||
    hasProgram("turnserver") ||
    !mayInstall ||
    readStamp(stampName)
  )
    return;
  writeStamp(stampName, "yes");
  try {
    await showProgress("Installing coturn, the relay for calls", install);
  } catch {
    process.stdout.write(
      "coturn could not be installed: calls will work where the two sides reach each other.\n",
    );
  }
}

async function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, timeoutMs: limitMs };
  await run("apt-get", ["update", "-qq"], options);
  await run(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "coturn"],
    options,
  );
  // The package starts a relay of its own, on the port that ours is to have.
  if (existsSync("/run/systemd/system"))
    await run("systemctl", ["disable", "--now", "coturn"], options);
}
