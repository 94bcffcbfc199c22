// `npm run verify-audit`: proves the audit trail, or names the first entry that was touched. Exit code 1 then.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installPackages } from "./lib/install.js";
import { ownNode, root } from "./lib/paths.js";

await installPackages();
const { status } = spawnSync(
  ownNode,
  [join(root, "apps/server/src/verify-audit.ts")],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
