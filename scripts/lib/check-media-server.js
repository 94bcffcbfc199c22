import { readFile } from "node:fs/promises";
import { findJanus } from "../../apps/server/src/modules/media/media-server.ts";
import { good, notice, problem } from "./finding.js";

/** @typedef {import("./finding.js").Finding} Finding */
/** @typedef {import("../../apps/server/src/platform/config/config.ts").Config} Config */

/**
 * Janus, through which calls of three and more go.
 * @param {Config} config
 * @param {{ address: string | undefined }} server where ours runs, if it does
 * @returns {Promise<Finding>}
 */
export async function checkMediaServer({ mediaServer }, { address }) {
  if (mediaServer.kind === "off")
    return notice(
      "Media server",
      "switched off: calls are for two",
      "unset JANUS_ENABLED",
    );
  const found = findJanus(mediaServer);
  if (!found.ok)
    return notice(
      "Media server",
      `${found.missing}: calls are for two`,
      found.fix,
    );
  const state = address === undefined ? undefined : await askState(address);
  if (state === "down")
    return problem(
      "Media server",
      "Janus is installed and does not run",
      "LOG_LEVEL=trace npm start, and look for janus",
    );
  const range = await readFile(
    "/proc/sys/net/ipv4/ip_local_port_range",
    "utf8",
  ).catch(() => "");
  const [firstRandom = 65_536] = range.trim().split(/\s+/).map(Number);
  if (mediaServer.ports.last >= firstRandom)
    return notice(
      "Media server",
      `the system gives ports from ${firstRandom} on to other programs as well`,
      "JANUS_PORTS=20000-29999",
    );
  return good(
    "Media server",
    state === "up"
      ? `Janus is up, media on ${found.listenIp}`
      : `Janus is installed, media on ${found.listenIp}`,
  );
}

/** @param {string} address */
async function askState(address) {
  try {
    const response = await fetch(`${address}/readyz`, {
      signal: AbortSignal.timeout(2_000),
    });
    const body = await response.json();
    return body.parts?.mediaServer;
  } catch {
    return undefined;
  }
}
