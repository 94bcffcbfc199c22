import { existsSync } from "node:fs";
import { hasProgram } from "./install-media.js";
import { run, showProgress } from "./progress.js";

const limitMs = 900_000;

/** What the tests drive besides Node: Debian's and Ubuntu's packages, and how to see that one is there. */
const programs = [
  { name: "chromium", isThere: () => hasProgram("chromium") },
  { name: "firefox-esr", isThere: () => hasProgram("firefox-esr") },
  { name: "coturn", isThere: () => hasProgram("turnserver") },
  { name: "janus", isThere: () => hasProgram("janus") },
  { name: "ffmpeg", isThere: () => hasProgram("ffmpeg") },
  { name: "slapd", isThere: () => existsSync("/usr/sbin/slapd") },
  // The snippet for sites in PHP is run.
  { name: "php-cli", isThere: () => hasProgram("php") },
  // Letters of both languages on the pictures.
  {
    name: "fonts-dejavu-core",
    isThere: () => existsSync("/usr/share/fonts/truetype/dejavu"),
  },
];

/** Installs what is missing where we may; otherwise says the line that does it. */
export async function installTestPrograms() {
  const missing = programs
    .filter(({ isThere }) => !isThere())
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const line = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !hasProgram("apt-get"))
    throw new Error(
      `The tests need programs that are not here. As root:\n\n  apt-get update && ${line}\n`,
    );
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeoutMs: limitMs,
  };
  await showProgress(`Installing ${missing.join(", ")}`, async () => {
    await run("apt-get", ["update", "-qq"], options);
    await run(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", ...missing],
      options,
    );
  });
}
