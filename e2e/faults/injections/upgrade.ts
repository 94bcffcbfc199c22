import { migrate } from "@veche/server/src/platform/db/migrate.ts";
import type { DatabaseConnection } from "@veche/server/src/platform/db/connection.ts";
import { createLog } from "@veche/server/src/platform/log.ts";

/*
 * An upgrade as a program of its own, to be killed: `node upgrade.ts <connection as JSON> <folder of migrations>`.
 */
const [, , connection = "", folder = ""] = process.argv;
await migrate({
  // Written by `f15-upgrade-killed.test.ts`.
  connection: JSON.parse(connection) as DatabaseConnection,
  log: createLog({ level: "silent", isPretty: false }),
  folder,
});
process.exit(0);
