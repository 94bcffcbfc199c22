// `npm run backup -- FOLDER`: everything of this installation, into a new folder in FOLDER.
import { resolve } from "node:path";
import { noteBackup } from "./note-backup.ts";
import { createBackup } from "./platform/backup/index.ts";
import { readConfig, readEnv } from "./platform/config/read-config.ts";
import { createLog } from "./platform/log.ts";
import { borrowDatabase } from "./platform/postgres/borrow-database.ts";
import { exitWithFailure } from "./platform/process/exit.ts";
import { StartRefusedError } from "./platform/start-refused-error.ts";

const log = createLog({ level: "silent", isPretty: false });

async function backUp(parent: string | undefined): Promise<void> {
  if (parent === undefined)
    throw new StartRefusedError(
      "Say where the backup goes: npm run backup -- /path/to/backups",
    );
  const config = readConfig(readEnv());
  await using opened = new AsyncDisposableStack();
  const connection = await borrowDatabase(config, opened, log);
  const { folder, manifest } = await createBackup(
    { ...config, connection },
    resolve(parent),
  );
  const { tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `${folder}\n${rows} rows of ${tables.length} tables, ${files.length} files. ` +
      "The key that its secrets are sealed with is in it: keep it as safe as the server.\n",
  );
  await noteBackup(connection, folder, log);
}

await backUp(process.argv[2]).catch(exitWithFailure);
