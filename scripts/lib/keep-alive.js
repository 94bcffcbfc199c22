import { spawn } from "node:child_process";

/** The server's word for "only a person can help": starting it again changes nothing. */
const refusedExitCode = 78;
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A server that lived this long was well: the next death starts with the short pause again. */
const wellAfterMs = 30_000;
const triesBeforeFirstUp = 3;
const stopLimitMs = 30_000;

/**
 * Runs a program for as long as nobody asks it to stop: a death is answered by a new start. Settles with the exit
 * code for this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function keepAlive(command, args) {
  const stop = passSignals();
  let failures = 0;
  let wasUp = false;
  for (;;) {
    const startedAt = Date.now();
    const { code, becameUp } = await runOnce(command, args, stop);
    if (stop.isAsked || code === 0 || code === refusedExitCode) return code;
    wasUp ||= becameUp;
    failures = Date.now() - startedAt > wellAfterMs ? 1 : failures + 1;
    if (!wasUp && failures >= triesBeforeFirstUp) return code;
    const pauseMs = Math.min(
      longestPauseMs,
      firstPauseMs * 2 ** (failures - 1),
    );
    process.stderr.write(`The server ended (${code}). Starting it again.\n`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (stop.isAsked) return 0;
  }
}

/** @typedef {{ isAsked: boolean, child: import("node:child_process").ChildProcess | undefined }} Stop */

/** @returns {Stop} */
function passSignals() {
  /** @type {Stop} */
  const stop = { isAsked: false, child: undefined };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      stop.isAsked = true;
      stop.child?.kill(signal);
      setTimeout(() => stop.child?.kill("SIGKILL"), stopLimitMs).unref();
    });
  }
  return stop;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Stop} stop
 * @returns {Promise<{ code: number, becameUp: boolean }>}
 */
function runOnce(command, args, stop) {
  return new Promise((resolve) => {
    let becameUp = false;
    const child = spawn(command, args, {
      // The channel tells the server when we are gone, and us when it is up.
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      // Ctrl-C reaches a whole group, and a second signal means "at once": the server must get one, from us.
      detached: true,
    });
    stop.child = child;
    child.on("message", () => (becameUp = true));
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve({ code: 1, becameUp });
    });
    child.once("exit", (code, signal) => {
      stop.child = undefined;
      resolve({ code: code ?? (signal === null ? 1 : 128), becameUp });
    });
  });
}
