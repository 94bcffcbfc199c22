import { spawn } from "node:child_process";
import { root } from "./paths.js";

const tickMs = 1000;
const reportEverySeconds = 15;
const keptLines = 40;

/**
 * Shows that something long is under way and how long it took.
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result>} work
 */
export async function showProgress(title, work) {
  const isTerminal = process.stdout.isTTY;
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(isTerminal ? `${title} …` : `${title} …\n`);
  const timer = setInterval(() => {
    if (isTerminal) process.stdout.write(`\r${title} … ${seconds()} s`);
    else if (seconds() % reportEverySeconds === 0) {
      process.stdout.write(`  … ${seconds()} s\n`);
    }
  }, tickMs);
  try {
    const result = await work();
    process.stdout.write(
      `${isTerminal ? "\r" : ""}${title}: ${seconds()} s    \n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(`${isTerminal ? "\r" : ""}${title}: failed\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a program to its end; its output is kept for the case that it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<void>}
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, timeoutMs } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    /** @type {string[]} */
    let lines = [];
    const keep = (/** @type {Buffer} */ chunk) => {
      lines = [...lines, ...chunk.toString().split("\n")].slice(-keptLines);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else {
        const end = signal ?? `exit code ${code}`;
        reject(
          new Error(
            `${command} ${args.join(" ")} (${end})\n${lines.join("\n")}`,
          ),
        );
      }
    });
  });
}
