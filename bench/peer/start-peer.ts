import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { embeddedConnection } from "../../apps/server/src/platform/postgres/embedded-postgres.ts";
import type { Target } from "../load/line.ts";
import { collectingGarbage } from "../load/process-cost.ts";

/** A minimal server, running. */
export interface Peer extends AsyncDisposable {
  readonly port: number;
  readonly processId: number;
  /** A line that hears these conversations. */
  readonly lineOf: (...conversationIds: readonly string[]) => Target;
}

/** Without a folder of data it keeps nothing; with one it writes into the product's own running database. */
export async function startPeer(dataDir?: string): Promise<Peer> {
  const child = fork(
    join(import.meta.dirname, "minimal-server.ts"),
    dataDir === undefined ? ["bare"] : ["durable", ...connectionTo(dataDir)],
    {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      execArgv: [...collectingGarbage],
    },
  );
  const [told] = (await once(child.stdout ?? child, "data")) as [Buffer];
  const port = Number(told.toString());
  return {
    port,
    processId: child.pid ?? 0,
    lineOf: (...conversationIds) => ({
      port,
      path: `/?rooms=${conversationIds.join(",")}`,
      headers: {},
    }),
    async [Symbol.asyncDispose]() {
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}

function connectionTo(dataDir: string): readonly string[] {
  const { directory, user, database } = embeddedConnection(dataDir);
  return [directory, user, database];
}
