import { lookup } from "node:dns/promises";
import type { Resolve, ResolvedAddress } from "./target.ts";

/** Every address the system knows of a name; none for an unknown one. */
export const systemResolve: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, order: "verbatim" }).catch(
    () => [],
  );
  return found.map(({ address, family }): ResolvedAddress => ({
    address,
    family: family === 6 ? 6 : 4,
  }));
};
