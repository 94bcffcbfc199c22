import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../apps/server/src/platform/log.ts";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/postgres/embedded-postgres.ts";
import { checkDatabase } from "../../apps/server/src/platform/postgres/prepare-database.ts";
import { good, problem } from "./finding.js";

/**
 * @param {import("../../apps/server/src/platform/config/config.ts").Config} config
 * @param {{ isRunning: boolean }} server
 * @returns {Promise<import("./finding.js").Finding>}
 */
export async function checkDatabasePart({ database }, { isRunning }) {
  if (database.kind === "url") return checkOutside(database.url);
  return isRunning ? good("Database", "embedded, running") : checkEmbedded();
}

/** @param {string} url */
async function checkOutside(url) {
  // The address without its password.
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  try {
    await checkDatabase({ kind: "url", url });
    return good("Database", place);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(
      "Database",
      `${place}: ${reason}`,
      "correct DATABASE_URL=postgresql://user:password@host:5432/name, or unset it to use the database that comes along",
    );
  }
}

/** The real thing, in a folder that is thrown away. */
async function checkEmbedded() {
  const dataDir = mkdtempSync(join(tmpdir(), "veche-doctor-"));
  try {
    // The database may run as another account, which must be able to pass through.
    chmodSync(dataDir, 0o711);
    const log = createLog({ level: "silent", isPretty: false });
    const postgres = await startEmbeddedPostgres({ dataDir, log });
    await postgres[Symbol.asyncDispose]();
    return good("Database", "the embedded one starts here");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(
      "Database",
      `the embedded one does not start: ${reason}`,
      "run the server as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer of your own",
    );
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
