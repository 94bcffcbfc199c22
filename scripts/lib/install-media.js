import { accessSync, constants, existsSync } from "node:fs";
import { run, showProgress } from "./progress.js";
import { readStamp, writeStamp } from "./stamp.js";

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

/** What calls need besides Node: Debian's and Ubuntu's packages, each with what is missing without it. */
const programs = [
  {
    name: "coturn",
    program: "turnserver",
    isWanted: () =>
      process.env["TURN_ENABLED"] !== "off" &&
      !process.env["TURN_EXTERNAL_URLS"],
    says: "Installing coturn, the relay for calls",
    without: "calls will work where the two sides reach each other",
  },
  {
    name: "janus",
    program: "janus",
    isWanted: () =>
      process.env["JANUS_ENABLED"] !== "off" && !process.env["JANUS_PATH"],
    says: "Installing Janus, the media server for calls of three and more",
    without: "calls will be for two",
  },
  {
    name: "ffmpeg",
    program: "ffmpeg",
    // Nothing is recorded without the media server.
    isWanted: () => process.env["JANUS_ENABLED"] !== "off",
    says: "Installing ffmpeg, which makes films of recorded calls",
    without: "recordings can be watched, and no films be made of them",
  },
];

/** Installs what is missing where we may (root, apt), each once; otherwise the server says what is off and why. */
export async function installMedia() {
  const mayInstall = process.getuid?.() === 0 && hasProgram("apt-get");
  if (!mayInstall) return;
  for (const { name, program, isWanted, says, without } of programs) {
    const stampName = `tried-${name}`;
    if (!isWanted() || hasProgram(program) || readStamp(stampName)) continue;
    writeStamp(stampName, "yes");
    try {
      await showProgress(says, () => install(name));
    } catch {
      process.stdout.write(`${name} could not be installed: ${without}.\n`);
    }
  }
}

/** @param {string} name */
async function install(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, timeoutMs: limitMs };
  await run("apt-get", ["update", "-qq"], options);
  await run(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", name],
    options,
  );
  // The package starts one of its own: coturn on the port that ours is to have, Janus with well-known secrets.
  if (name !== "ffmpeg" && existsSync("/run/systemd/system"))
    await run("systemctl", ["disable", "--now", name], options);
}
