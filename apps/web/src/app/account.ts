import type { User } from "@veche/contracts";

/** Who uses the app: known after the first answer of the server. */
export type Account =
  | { readonly kind: "unknown" }
  | { readonly kind: "failed"; readonly failure: unknown }
  /** `isExpired`: it was a session that ended, not a first visit. */
  | { readonly kind: "out"; readonly isExpired: boolean }
  | { readonly kind: "in"; readonly user: User };
