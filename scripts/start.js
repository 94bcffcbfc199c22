// The one command: `npm start`. Runs on the system's Node 20 before anything is installed, so plain JavaScript only.
import { buildParts } from "./lib/build-parts.js";
import { installMedia } from "./lib/install-media.js";
import { installPackages } from "./lib/install.js";
import { keepAlive } from "./lib/keep-alive.js";
import { ownNode, serverMain } from "./lib/paths.js";

const oldestNode = 20;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Node ${oldestNode} or newer is needed to start, this is ${process.versions.node}: apt-get install nodejs, or https://nodejs.org\n`,
  );
  process.exit(78);
}

try {
  await installPackages();
  await installMedia();
  await buildParts();
} catch (error) {
  process.stderr.write(
    `\n${error instanceof Error ? error.message : String(error)}\n\nnpm run doctor says more.\n`,
  );
  process.exit(1);
}

process.exitCode = await keepAlive(ownNode, [serverMain]);
