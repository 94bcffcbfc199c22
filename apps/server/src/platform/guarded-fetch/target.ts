import { isIP } from "node:net";
import { isPublicAddress } from "./address-policy.ts";

/** Answers with every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface TargetPolicy {
  readonly resolve: Resolve;
  /** Inner names that an administrator lets through, lower case. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly allowedPorts: ReadonlySet<number> | "any";
}

/** Where a request goes: the addresses are those that were checked, so no second resolution can differ. */
export interface Target {
  readonly url: URL;
  readonly addresses: readonly ResolvedAddress[];
}

const defaultPorts: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
};

/** Undefined for what must not be asked: other protocols and ports, credentials, inner addresses, unknown names. */
export async function targetOf(
  url: URL,
  { resolve, allowedHosts, allowedPorts }: TargetPolicy,
): Promise<Target | undefined> {
  const defaultPort = defaultPorts[url.protocol];
  if (defaultPort === undefined) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  const port = url.port === "" ? defaultPort : Number(url.port);
  const isAllowed = allowedHosts.has(url.hostname);
  const isUsual = allowedPorts === "any" || allowedPorts.has(port);
  if (!isAllowed && !isUsual) return undefined;
  const addresses = await addressesOf(url.hostname, resolve);
  const isFit = addresses.every(({ address }) => isPublicAddress(address));
  // One inner address among outer ones is how a name is made to lead inside.
  if (addresses.length === 0 || !(isAllowed || isFit)) return undefined;
  return { url, addresses };
}

async function addressesOf(
  hostname: string,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  // `URL` has turned every spelling of an IPv4 address (octal, one number) into the usual one.
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(literal);
  if (family === 4 || family === 6) return [{ address: literal, family }];
  return resolve(hostname);
}
