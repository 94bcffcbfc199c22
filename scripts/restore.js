// `npm run restore -- FOLDER`: an empty installation becomes the one that the backup was made of.
import { runBeside } from "./lib/run-beside.js";

await runBeside("apps/server/src/restore.ts");
