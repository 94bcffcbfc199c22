import type { NetworkPath } from "@veche/contracts";

const overs = { udp: "relay_udp", tcp: "relay_tcp", tls: "relay_tls" } as const;
const isOver = (word: string): word is keyof typeof overs => word in overs;

/** What the types of the chosen pair ("relay/host tls") say of the way. */
export function networkPathOf(path: string | null): NetworkPath {
  const [ends = "", over = ""] = (path ?? "").split(" ");
  const sides = ends.split("/");
  if (sides.length !== 2) return "unknown";
  if (!sides.includes("relay")) return "direct";
  return isOver(over) ? overs[over] : "unknown";
}
