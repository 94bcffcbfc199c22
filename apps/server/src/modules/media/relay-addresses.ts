import { isIPv4 } from "node:net";

/** Where the relay listens, where its relayed packets leave, and what clients call it. */
export interface RelayAddresses {
  readonly listenIps: readonly string[];
  readonly relayIp: string;
  readonly clientHost: string;
}

export interface RelayAddressRequest {
  /** Of the web server: when that is for this machine only, so is the relay. */
  readonly host: string;
  readonly publicUrl: string;
  readonly listenIp: string | null;
  readonly externalIp: string | null;
  /** IPv4 addresses of the machine, loopback left out, the first one preferred. */
  readonly machineIps: readonly string[];
}

const loopback = "127.0.0.1";

/** IPv4 only: on an IPv6 relay, coturn 4.6.1 lets disguised inner addresses pass its deny list. */
export function chooseRelayAddresses({
  host,
  publicUrl,
  listenIp,
  externalIp,
  machineIps,
}: RelayAddressRequest): RelayAddresses {
  const relayIp = listenIp ?? machineIps[0] ?? loopback;
  const isLocal =
    host === "localhost" || host === "::1" || host.startsWith("127.");
  const listenIps = isLocal ? [loopback] : [loopback, ...machineIps];
  return {
    listenIps: listenIp === null ? listenIps : [listenIp],
    relayIp,
    clientHost: externalIp ?? listenIp ?? hostOf(publicUrl),
  };
}

function hostOf(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  // The relay has no IPv6 address, which this name may stand for.
  return hostname === "localhost" ? loopback : hostname;
}

/** These may be reached by name or by number from elsewhere; loopback only from here. */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv4(address)) return false;
  return /^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[789]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  );
}
