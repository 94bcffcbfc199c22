// `npm run verify-audit`: proves the audit trail, or names the first entry that was touched. Exit code 1 then.
import { runBeside } from "./lib/run-beside.js";

await runBeside("apps/server/src/verify-audit.ts");
