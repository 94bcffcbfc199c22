import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import type { AttackOrder, AttackReport } from "./attacker.ts";

const program = (name: string): string => join(import.meta.dirname, name);

/** Has another process attack, a wave every two seconds. */
export async function orderAttack(order: AttackOrder): Promise<AttackReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    program("attacker.ts"),
    JSON.stringify(order),
  ]);
  return JSON.parse(stdout) as AttackReport;
}

interface BareTarget extends Disposable {
  readonly baseUrl: string;
}

/** A server of another process that does nothing but cut off. */
export async function startBareTarget(): Promise<BareTarget> {
  const child = spawn(process.execPath, [program("bare-target.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return {
    baseUrl: `http://127.0.0.1:${port.toString().trim()}`,
    [Symbol.dispose]: () => child.stdin.end(),
  };
}
