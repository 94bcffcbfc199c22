// `npm run backup -- FOLDER`: the whole installation as it is at this moment, while it runs or not.
import { runBeside } from "./lib/run-beside.js";

await runBeside("apps/server/src/backup.ts");
