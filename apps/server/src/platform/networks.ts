import { BlockList, isIP } from "node:net";

const familyOf = (address: string): "ipv4" | "ipv6" =>
  isIP(address) === 4 ? "ipv4" : "ipv6";

/** An IPv4 address in the clothes of IPv6 (RFC 4291 section 2.5.5.2), as people write it. */
export const plainAddress = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Can it be one? `10.0.0.0/8`, or an address alone. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

/** Does the address lie in one of the networks? In none lies everything. */
export function isWithin(
  networks: readonly string[],
  address: string,
): boolean {
  if (networks.length === 0) return true;
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    const family = familyOf(base);
    list.addSubnet(
      base,
      Number(bits ?? (family === "ipv4" ? 32 : 128)),
      family,
    );
  }
  const shown = plainAddress(address);
  return isIP(shown) !== 0 && list.check(shown, familyOf(shown));
}
