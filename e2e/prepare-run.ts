import { prepareFolder } from "@veche/test-world";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const build = join(import.meta.dirname, "../scripts/build.js");

let prepared: AsyncDisposable | undefined;

/** A run sees the sources as they are now, and its worlds start from one folder that was made once. */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, [build], { stdio: "inherit" });
  prepared = await prepareFolder();
}

export async function teardown(): Promise<void> {
  await prepared?.[Symbol.asyncDispose]();
}
