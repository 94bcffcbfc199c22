export { createBackup } from "./create-backup.ts";
export { readManifest } from "./manifest.ts";
export { assertWhole, restoreBackup, type Backup } from "./restore-backup.ts";
