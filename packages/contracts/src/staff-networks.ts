import { Type, type Static } from "typebox";
import { closed } from "./shapes.ts";

/** An address or a network of IPv4 or IPv6: `192.0.2.7`, `10.0.0.0/8`, `2001:db8::/32` (RFC 4632, RFC 4291 section 2.3). */
export const Network = Type.String({
  minLength: 2,
  maxLength: 43,
  pattern: "^[0-9a-fA-F:.]+(/\\d{1,3})?$",
});

/** From where the staff may sign in and work; none: from everywhere. Customers and guests come from everywhere. */
export const StaffNetworks = closed({
  networks: Type.Array(Network, { maxItems: 100, uniqueItems: true }),
});
export type StaffNetworks = Static<typeof StaffNetworks>;

export const StaffNetworksView = closed({
  ...StaffNetworks.properties,
  /** Of whoever asks, as the server sees it. */
  myAddress: Type.String(),
  /** False: the list is kept and not applied, by the variable `STAFF_NETWORKS`. */
  isApplied: Type.Boolean(),
});
export type StaffNetworksView = Static<typeof StaffNetworksView>;
