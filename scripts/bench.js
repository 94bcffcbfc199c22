// `npm run bench` measures everything, `npm run bench -- messages` some of it. Ratios count: machines differ.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildParts } from "./lib/build-parts.js";
import { installPackages } from "./lib/install.js";
import { ownNode, root } from "./lib/paths.js";

await installPackages();
await buildParts();
const { status } = spawnSync(
  ownNode,
  [join(root, "bench/main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
