import { existsSync } from "node:fs";
import { join } from "node:path";
import { ownNode, root } from "./paths.js";
import { run, showProgress } from "./progress.js";
import { hashOf, readStamp, writeStamp } from "./stamp.js";

/** What every part is made of besides its own folder. */
const shared = [
  "packages/contracts",
  "package-lock.json",
  "tsconfig.base.json",
];
const forBrowsers = [
  ...shared,
  "packages/realtime-client",
  "packages/call-client",
  "packages/ui",
];

const parts = [
  {
    name: "server",
    folder: "apps/server",
    madeOf: [...shared, "packages/sdk"],
  },
  { name: "web", folder: "apps/web", madeOf: forBrowsers },
  { name: "widget", folder: "apps/widget", madeOf: forBrowsers },
];

/**
 * Builds the server and what runs in browsers, where the sources changed since the last time.
 * @param {{ always?: boolean }} [options]
 */
export async function buildParts({ always = false } = {}) {
  const due = parts
    .map((part) => ({ ...part, hash: hashOf([part.folder, ...part.madeOf]) }))
    .filter(
      ({ folder, name, hash }) =>
        always ||
        readStamp(`built-${name}`) !== hash ||
        !existsSync(join(root, folder, "dist")),
    );
  if (due.length === 0) return;
  const names = due.map(({ name }) => name).join(", ");
  await showProgress(`Building ${names}`, async () => {
    for (const { name, folder, hash } of due) {
      await build(folder);
      writeStamp(`built-${name}`, hash);
    }
  });
}

/** @param {string} folder */
function build(folder) {
  return run(
    ownNode,
    [
      join(root, "node_modules/vite/bin/vite.js"),
      "build",
      "--logLevel",
      "warn",
    ],
    {
      cwd: join(root, folder),
      // A build is the same whatever the server's mode.
      env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
    },
  );
}
