import { accessSync, constants, existsSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import {
  readConfig,
  readEnv,
} from "../../apps/server/src/platform/config/read-config.ts";
import { ConfigError } from "../../apps/server/src/platform/config/config-error.ts";
import { readDiskSpace } from "../../apps/server/src/platform/disk/disk-guard.ts";
import { checkDatabasePart } from "./check-database.js";
import { good, problem } from "./finding.js";
import { checkFilms } from "./check-films.js";
import { checkMail } from "./check-mail.js";
import { checkMediaNodes } from "./check-media-nodes.js";
import { checkMediaServer } from "./check-media-server.js";
import { checkRelay } from "./check-relay.js";

/** @typedef {import("./finding.js").Finding} Finding */
/** @typedef {import("../../apps/server/src/platform/config/config.ts").Config} Config */

const gibibyte = 1024 ** 3;
const answerLimitMs = 2_000;

/** Everything that depends on the settings. @returns {Promise<Finding[]>} */
export async function checkServer() {
  try {
    const config = readConfig(readEnv());
    const isRunning = await isOurServerThere(config);
    return [
      good("Settings", `${config.mode}, ${config.publicUrl}`),
      isRunning
        ? good("Port", `${config.port}: Veche is running there`)
        : await checkPort(config),
      checkDataDir(config),
      await checkDisk(config),
      await checkDatabasePart(config, { isRunning }),
      ...(await checkRelay(config, { isRunning })),
      await checkMediaServer(config, {
        address: isRunning ? localAddress(config) : undefined,
      }),
      ...(await checkMediaNodes(config)),
      checkFilms(),
      await checkMail(config),
    ];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, message }) =>
      problem(
        "Settings",
        `${variable} can't be used`,
        `${variable} ${message}`,
      ),
    );
  }
}

/** @param {Config} config */
function localAddress({ host, port }) {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** @param {Config} config */
async function isOurServerThere(config) {
  try {
    const signal = AbortSignal.timeout(answerLimitMs);
    const response = await fetch(`${localAddress(config)}/healthz`, { signal });
    const body = await response.json();
    return body.status === "alive";
  } catch {
    return false;
  }
}

/** @param {Config} config @returns {Promise<Finding>} */
function checkPort({ host, port }) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => {
      const code = "code" in error ? error.code : error.message;
      const isTaken = code === "EADDRINUSE";
      resolve(
        isTaken
          ? problem(
              "Port",
              `${port} is used by another program`,
              `PORT=${port + 1} npm start`,
            )
          : problem(
              "Port",
              `${host}:${port} can't be listened on (${String(code)})`,
              "set HOST to an address of this machine and PORT to 1024 or more, for example HOST=0.0.0.0 PORT=8080",
            ),
      );
    });
    server.listen({ host, port }, () => {
      server.close(() => resolve(good("Port", `${port} is free`)));
    });
  });
}

/** @param {Config} config @returns {Finding} */
function checkDataDir({ dataDir }) {
  const folder = nearestFolder(dataDir);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return good("Data", dataDir);
  } catch {
    return problem(
      "Data",
      `${folder} can't be written to`,
      `chown ${process.getuid?.() ?? ""} ${folder}, or set DATA_DIR to a folder of your own`,
    );
  }
}

/** @param {Config} config @returns {Promise<Finding>} */
async function checkDisk({ dataDir, disk }) {
  const { freeBytes, totalBytes } = await readDiskSpace(nearestFolder(dataDir));
  const least = disk.minFreeBytes ?? Math.max(gibibyte, totalBytes / 20);
  const says = `${(freeBytes / gibibyte).toFixed(1)} GiB free, ${(least / gibibyte).toFixed(1)} needed`;
  return freeBytes >= least
    ? good("Disk", says)
    : problem(
        "Disk",
        says,
        "free some space, set DATA_DIR to a larger disk, or lower DISK_MIN_FREE_MB",
      );
}

/** @param {string} path @returns {string} */
function nearestFolder(path) {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
