// One command for everything a review would otherwise look for by hand: `npm run check`.
import { runGates } from "./lib/gates.js";

const { failed } = await runGates();
process.exitCode = failed.length === 0 ? 0 : 1;
