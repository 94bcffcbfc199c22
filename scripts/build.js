// Builds the server and what runs in browsers: `npm run build`. Unchanged parts are left as they are, unless `-- --always`.
import { buildParts } from "./lib/build-parts.js";

try {
  await buildParts({ always: process.argv.includes("--always") });
} catch (error) {
  process.stderr.write(
    `\n${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
