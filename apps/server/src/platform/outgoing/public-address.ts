import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";

/** Addresses that mean this machine, the company's own network or nobody in particular (IANA special-purpose). */
const inner = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  inner.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inner.addSubnet(network, bits, "ipv6");

/** Whether an IP address is one of the open internet. Mapped and translated IPv4 count as what they stand for. */
export function isPublicAddress(address: string): boolean {
  const plain = address.toLowerCase();
  const embedded = /^(?:::ffff:|64:ff9b::)(?<v4>\d+\.\d+\.\d+\.\d+)$/u.exec(
    plain,
  )?.groups?.["v4"];
  if (embedded !== undefined) return isPublicAddress(embedded);
  if (isIPv4(plain)) return !inner.check(plain, "ipv4");
  if (isIPv6(plain))
    return (
      !/^(?:::ffff:|64:ff9b::)/u.test(plain) && !inner.check(plain, "ipv6")
    );
  return false;
}

/** A host as an address names it, without the brackets of IPv6; an address itself only where it is a public one. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replaceAll(/^\[|\]$/gu, "");
  if (isIP(host) !== 0) return isPublicAddress(host);
  return (
    host.includes(".") && !/\.(?:local|localhost|internal)\.?$/iu.test(host)
  );
}
