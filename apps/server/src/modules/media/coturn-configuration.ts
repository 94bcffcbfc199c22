import { join } from "node:path";
import type { RelayAddresses } from "./relay-addresses.ts";

export interface CoturnSettings {
  readonly folder: string;
  readonly addresses: RelayAddresses;
  readonly port: number;
  readonly externalIp: string | null;
  readonly allowedPeerIps: readonly string[];
  readonly secret: string;
  /** Where TLS is spoken, with the relay's own copies of the files; null: nowhere. */
  readonly tls: RelayTls | null;
}

export interface RelayTls {
  readonly port: number;
  readonly certificateFile: string;
  readonly keyFile: string;
}

/**
 * Whom the relay never sends to: without this list it is a tunnel into the company's network. Checked against
 * coturn 4.6.1, inner addresses in IPv6 disguise included.
 */
const deniedPeers = [
  "0.0.0.0-0.255.255.255",
  "10.0.0.0-10.255.255.255",
  "100.64.0.0-100.127.255.255",
  "127.0.0.0-127.255.255.255",
  "169.254.0.0-169.254.255.255",
  "172.16.0.0-172.31.255.255",
  "192.0.0.0-192.0.0.255",
  "192.168.0.0-192.168.255.255",
  "198.18.0.0-198.19.255.255",
  "240.0.0.0-255.255.255.255",
  // Never "::" by itself: coturn 4.6.1 then refuses every peer.
  "::1",
  "::ffff:0:0-::ffff:ffff:ffff",
  "64:ff9b::-64:ff9b::ffff:ffff",
  "2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  "fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  "fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
] as const;

/** Clear of the ports that a media server would use. */
const relayPorts = { min: 47_000, max: 47_999 } as const;

const tlsLines = (tls: RelayTls | null): readonly string[] =>
  tls === null
    ? ["no-tls"]
    : [
        `tls-listening-port=${tls.port}`,
        `cert=${tls.certificateFile}`,
        `pkey=${tls.keyFile}`,
        "no-tlsv1",
        "no-tlsv1_1",
      ];

/** The file coturn is started with: one setting a line. It holds the secret. */
export function writeCoturnConfiguration(settings: CoturnSettings): string {
  const { folder, addresses, port, externalIp, allowedPeerIps, secret, tls } =
    settings;
  const { relayIp } = addresses;
  const lines = [
    ...addresses.listenIps.map((ip) => `listening-ip=${ip}`),
    `relay-ip=${relayIp}`,
    ...(externalIp === null ? [] : [`external-ip=${externalIp}/${relayIp}`]),
    `listening-port=${port}`,
    `min-port=${relayPorts.min}`,
    `max-port=${relayPorts.max}`,
    "use-auth-secret",
    `static-auth-secret=${secret}`,
    "realm=veche",
    "fingerprint",
    "stale-nonce=600",
    "user-quota=12",
    "total-quota=1200",
    "no-cli",
    ...tlsLines(tls),
    "no-dtls",
    "no-tcp-relay",
    "no-multicast-peers",
    "no-software-attribute",
    "no-rfc5780",
    "simple-log",
    "log-file=stdout",
    `pidfile=${join(folder, "turn.pid")}`,
    `userdb=${join(folder, "turndb")}`,
    ...deniedPeers.map((range) => `denied-peer-ip=${range}`),
    ...allowedPeerIps.map((ip) => `allowed-peer-ip=${ip}`),
  ];
  return `${lines.join("\n")}\n`;
}
