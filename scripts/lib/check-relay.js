import { lookup } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import { refuseTakenPort } from "../../apps/server/src/modules/media/free-port.ts";
import {
  chooseRelayAddresses,
  isPrivateAddress,
} from "../../apps/server/src/modules/media/relay-addresses.ts";
import { readCertificate } from "../../apps/server/src/modules/media/relay-certificate.ts";
import { waitForStunAnswer } from "../../apps/server/src/modules/media/stun-probe.ts";
import { systemTimers } from "../../apps/server/src/platform/timers.ts";
import { good, notice, problem } from "./finding.js";
import { hasProgram } from "./install-media.js";

/** @typedef {import("./finding.js").Finding} Finding */
/** @typedef {import("../../apps/server/src/platform/config/config.ts").Config} Config */
/** @typedef {Extract<Config["turn"], { kind: "own" }>} OwnRelay */

const answerLimitMs = 2_000;

/**
 * The relay that calls go through where two sides can't reach each other.
 * @param {Config} config
 * @param {{ isRunning: boolean }} server
 * @returns {Promise<Finding[]>}
 */
export async function checkRelay(config, { isRunning }) {
  const { turn } = config;
  switch (turn.kind) {
    case "off":
      return [
        notice(
          "Relay",
          "switched off: calls work where the two sides reach each other",
          "unset TURN_ENABLED",
        ),
      ];
    case "external":
      return Promise.all(turn.urls.map(checkOutside));
    case "own":
      if (!hasProgram("turnserver")) {
        return [
          notice(
            "Relay",
            "coturn is not installed: calls work where the two sides reach each other",
            "apt-get install coturn",
          ),
        ];
      }
      return checkOwn(turn, config, { isRunning });
  }
}

/**
 * @param {OwnRelay} turn
 * @param {Config} config
 * @param {{ isRunning: boolean }} server
 */
async function checkOwn(turn, { host, publicUrl, mode }, { isRunning }) {
  const { listenIps, relayIp } = chooseRelayAddresses({
    ...turn,
    host,
    publicUrl,
    machineIps: machineIps(),
  });
  const address = listenIps[0] ?? relayIp;
  const isLonely =
    isPrivateAddress(relayIp) &&
    turn.externalIp === null &&
    turn.allowedPeerIps.length === 0;
  return [
    await checkOwnPort({ address, port: turn.port }, { isRunning }),
    ...(turn.tls === null ? [] : [checkCertificate(turn.tls)]),
    ...(mode === "production" && isLonely
      ? [
          notice(
            "Relay",
            `${relayIp} is an inner address: two clients that both need the relay can't meet there`,
            `TURN_EXTERNAL_IP=<public address> behind NAT, or TURN_ALLOWED_PEER_IPS=${relayIp} inside a company network`,
          ),
        ]
      : []),
  ];
}

/** @param {NonNullable<OwnRelay["tls"]>} tls */
function checkCertificate(tls) {
  const reading = readCertificate(tls, new Date());
  return reading.ok
    ? good("Relay", `speaks TLS on port ${tls.port}`)
    : problem(
        "Relay",
        reading.problem,
        `openssl x509 -noout -subject -dates -in ${tls.certificate}`,
      );
}

/**
 * @param {{ address: string, port: number }} place
 * @param {{ isRunning: boolean }} server
 */
async function checkOwnPort(place, { isRunning }) {
  const { address, port } = place;
  if (isRunning) {
    return (await answers(place))
      ? good("Relay", `coturn answers on port ${port}`)
      : problem(
          "Relay",
          `coturn does not answer on port ${port}`,
          "LOG_LEVEL=trace npm start, and look for coturn",
        );
  }
  try {
    await refuseTakenPort(place);
    return good("Relay", `coturn is installed and port ${port} is free`);
  } catch {
    return problem(
      "Relay",
      `port ${port} on ${address} is used by another program`,
      `systemctl disable --now coturn, or TURN_PORT=${port + 1}`,
    );
  }
}

/** @param {string} url @returns {Promise<Finding>} */
async function checkOutside(url) {
  const [, scheme = "", host = "", port] =
    /^(\w+):([^:?]+)(?::(\d+))?/.exec(url) ?? [];
  if (scheme.endsWith("s"))
    return notice(
      "Relay",
      `${url} is behind TLS and is not asked from here`,
      `openssl s_client -connect ${host}:${port ?? 5349}`,
    );
  try {
    const { address } = await lookup(host, 4);
    if (await answers({ address, port: Number(port ?? 3478) }))
      return good("Relay", `${url} answers`);
  } catch {
    return problem(
      "Relay",
      `${host} is not a known name`,
      "correct TURN_EXTERNAL_URLS",
    );
  }
  return problem(
    "Relay",
    `${url} does not answer`,
    `start that relay, or open UDP port ${port ?? 3478} to it`,
  );
}

/** @param {{ address: string, port: number }} place */
async function answers(place) {
  try {
    const signal = AbortSignal.timeout(answerLimitMs);
    await waitForStunAnswer(place, { timers: systemTimers, signal });
    return true;
  } catch {
    return false;
  }
}

function machineIps() {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
