import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * An address of the open internet. Whatever is anything else is refused by being nothing known: loopback, private,
 * link-local, of carriers and clouds, multicast, reserved, and every disguise of IPv4 in IPv6 (mapped, NAT64, 6to4,
 * Teredo).
 */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) !== 0 && ipaddr.parse(address).range() === "unicast";
