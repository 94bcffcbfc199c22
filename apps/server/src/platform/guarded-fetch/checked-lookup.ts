import type { LookupFunction } from "node:net";
import type { ResolvedAddress } from "./target.ts";

/** Leads a connection to the addresses that were checked, and asks nobody again. */
export const lookupOf =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_hostname, options, done) => {
    if (options.all === true) done(null, [...addresses]);
    else done(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4);
  };
