import type { ErrorCode } from "@veche/contracts";

/** How far a message of mine has come. */
export type Delivery =
  | { readonly kind: "waiting" | "sent" | "delivered" | "read" }
  | { readonly kind: "refused"; readonly code: ErrorCode };
