import type { InstallationFacts } from "./facts.ts";
import type { Found } from "./found.ts";
import { quoted } from "./words.ts";

const DAY_MS = 86_400_000;
const OLD_BACKUP_MS = 7 * DAY_MS;

/** Does the demo company let strangers in? */
export function checkDemo({
  isDemo,
  demoLogins,
}: InstallationFacts): Found<"demo"> {
  if (demoLogins.length > 0)
    return { finding: "demo.passwords", facts: { names: [...demoLogins] } };
  return isDemo
    ? { finding: "demo.on", line: "DEMO=off" }
    : { finding: "demo.none" };
}

/** Does the first password still stand in a file? */
export const checkFirstPassword = ({
  firstPasswordFile,
}: InstallationFacts): Found<"first_password"> =>
  firstPasswordFile === null
    ? { finding: "first_password.none" }
    : {
        finding: "first_password.kept",
        line: `rm ${quoted(firstPasswordFile)}`,
      };

/** Can others on the machine read the server's secrets? */
export const checkSecretFiles = ({
  openFiles,
}: InstallationFacts): Found<"secret_files"> =>
  openFiles.length === 0
    ? { finding: "secret_files.closed" }
    : {
        finding: "secret_files.open",
        facts: { names: [...openFiles] },
        line: `chmod 600 ${openFiles.map(quoted).join(" ")}`,
      };

/** Is a password alone enough to administer? */
export function checkSecondFactor({
  administrators: { total, withoutFactor, isRequired },
}: InstallationFacts): Found<"second_factor"> {
  const facts = {
    names: [...withoutFactor],
    count: withoutFactor.length,
    total,
  };
  if (isRequired) return { finding: "second_factor.required", facts };
  return {
    finding:
      withoutFactor.length === 0
        ? "second_factor.all"
        : "second_factor.missing",
    facts,
  };
}

/** Is the trail as it was written? */
export const checkTrail = ({
  trail,
}: InstallationFacts): Found<"audit_trail"> =>
  trail.isIntact
    ? { finding: "audit_trail.intact", facts: { count: trail.entryCount } }
    : {
        finding: "audit_trail.touched",
        facts: { count: trail.firstBadPosition },
        line: "npm run verify-audit",
      };

/** When was the last backup made? */
export function checkBackup({
  lastBackupAt,
  now,
}: InstallationFacts): Found<"backup"> {
  const line = "npm run backup -- /backups";
  if (lastBackupAt === null) return { finding: "backup.none", line };
  const facts = { at: lastBackupAt.toISOString() };
  return now.getTime() - lastBackupAt.getTime() > OLD_BACKUP_MS
    ? { finding: "backup.old", facts, line }
    : { finding: "backup.fresh", facts };
}
