import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";

const bin = join(root, "node_modules", ".bin");

/** @typedef {{ name: string, command: string, args: string[] }} Step */

/** Folders with a compiler configuration of their own, the root among them. */
function projects() {
  const folders = ["packages", "apps"].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  const inBrowsers = folders.map((folder) => `${folder}/browser-tests`);
  return [".", "e2e", "bench", ...folders, ...inBrowsers].filter((folder) =>
    existsSync(join(root, folder, "tsconfig.json")),
  );
}

/** @param {string} tool @returns {Step} */
const own = (tool) => ({
  name: tool,
  command: "node",
  args: [`tools/${tool}/main.ts`],
});

const lintParts = [
  { name: "lint server", args: ["apps/server"] },
  { name: "lint apps", args: ["apps/web", "apps/widget"] },
  { name: "lint the rest", args: [".", "--ignore-pattern", "apps/**"] },
];

/** The long ones first, so that the short ones fill the gaps. @type {Step[][]} */
const tracks = [
  [
    // With types of everything at once it would need more memory than Node gives.
    ...lintParts.map(({ name, args }) => ({
      name,
      command: "eslint",
      args: [...args, "--max-warnings", "0"],
    })),
    own("boundaries"),
    { name: "dead code", command: "knip", args: [] },
    own("words"),
    own("docs"),
  ],
  [
    { name: "build", command: "node", args: ["scripts/build.js"] },
    {
      name: "widget sizes",
      command: "node",
      args: ["apps/widget/size-check.ts"],
    },
    own("sizes"),
    ...projects().map((folder) => ({
      name: `types ${folder}`,
      command: "node",
      // Each checker works out the same types for itself: with one, the whole takes a third of the work.
      args: [
        "node_modules/typescript-7/bin/tsc",
        "-p",
        folder,
        "--checkers",
        "1",
      ],
    })),
    {
      name: "format",
      command: "prettier",
      args: [".", "--check", "--log-level", "warn"],
    },
    own("licences"),
    own("audit"),
    own("sbom"),
  ],
];

/**
 * @param {Step} step
 * @returns {Promise<{ step: Step, isGood: boolean, seconds: string, text: string }>}
 */
function run(step) {
  const started = performance.now();
  return new Promise((settle) => {
    const child = spawn(step.command, step.args, {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${bin}:${process.env["PATH"] ?? ""}`,
        FORCE_COLOR: "0",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    child.stdout.on("data", (chunk) => (text += String(chunk)));
    child.stderr.on("data", (chunk) => (text += String(chunk)));
    child.on("error", (error) => (text += error.message));
    child.on("close", (code) =>
      settle({
        step,
        isGood: code === 0,
        seconds: ((performance.now() - started) / 1000).toFixed(1),
        text: text.trim(),
      }),
    );
  });
}

/** What a step that went well has to say. @param {string} text */
const lastLine = (text) =>
  text === "" ? "" : `: ${text.split("\n").at(-1) ?? ""}`;

/**
 * Everything a review would otherwise look for by hand, two steps at a time; each says how long it took.
 * @returns {Promise<{ passedCount: number, failed: readonly string[] }>}
 */
export async function runGates() {
  const started = performance.now();
  /** @type {string[]} */
  const failed = [];
  let passedCount = 0;
  /** @param {Step[]} steps */
  const runTrack = async (steps) => {
    for (const step of steps) {
      const { isGood, seconds, text } = await run(step);
      if (isGood) passedCount += 1;
      else failed.push(step.name);
      console.log(
        `${isGood ? "ok  " : "FAIL"} ${step.name} (${seconds} s)${isGood ? lastLine(text) : `\n${text}\n`}`,
      );
    }
  };
  await Promise.all(tracks.map(runTrack));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `check: ${passedCount} passed, ${failed.length} failed${failed.length > 0 ? ` (${failed.join(", ")})` : ""} in ${seconds} s`,
  );
  return { passedCount, failed };
}
