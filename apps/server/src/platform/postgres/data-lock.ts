import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { StartRefusedError } from "../start-refused-error.ts";

/** Held while a server uses a data folder; a second one is refused. */
export type DataLock = AsyncDisposable;

/**
 * Takes the data folder for this process; refuses naming the process that has it. The lock is a socket in
 * Linux's abstract namespace: the kernel frees it with the process, however that ends, so it is never stale.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const { dev, ino } = statSync(dataDir);
  const pidFile = join(dataDir, "veche.pid");
  const server = createServer((socket) => socket.destroy());
  server.unref();
  try {
    await listen(server, `\0veche-data-${String(dev)}-${String(ino)}`);
  } catch (cause) {
    throw new StartRefusedError(
      `${dataDir} is in use by another Veche server (process ${readPid(pidFile)}): stop that one first, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  writeFileSync(pidFile, `${String(process.pid)}\n`);
  return {
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ path }, resolve);
  });
}

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, "utf8").trim();
  } catch {
    return "unknown";
  }
}
